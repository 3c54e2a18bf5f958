#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/request/http.hpp"
#include "core/request/task_call.hpp"

namespace koodrive {

/// The parameters of a query. (KooDrive API, "Queries the task result", tables 1 and 2, and sibling pages)
struct TaskQuery {
  std::string endpoint;               ///< https URL, or http on loopback; a path prefix is kept
  std::optional<std::string> taskId;  ///< at most 256 characters; when it may be absent, see `pathAndQueryOf`
  std::string userId;                 ///< X-User-Id
  std::string language = "en-US";     ///< BCP 47 tag, sent as `language`
  TaskCall call = TaskCall::Result;
  TaskListFilter filter{};
};

/// The values that every attempt needs anew.
struct AttemptStamp {
  std::string traceId;                  ///< X-Traceid, made by `traceIdFrom`
  std::int64_t unixTimeMilliseconds{};  ///< X-Date, UTC
};

inline constexpr std::size_t traceIdRandomBytes = 29;  // 58 hexadecimal characters

/// 58 lower-case hexadecimal characters for X-Traceid; the bytes come from a cryptographic source.
[[nodiscard]] std::string traceIdFrom(std::span<const std::byte, traceIdRandomBytes> random);

/// The time as `yyyyMMdd'T'HHmmss'Z'` in UTC, years 1970 to 9999. Fractions of a second are truncated, so
/// that the date is never later than the time.
[[nodiscard]] std::string formatXDate(std::int64_t unixTimeMilliseconds);

/// A query with validated parameters, from which the request of each attempt is built without errors.
class CheckedTaskQuery {
 public:
  /// Errors: InvalidRequest naming `endpoint`, `userId`, `language`, or as `pathAndQueryOf` says.
  [[nodiscard]] static Result<CheckedTaskQuery> from(const TaskQuery& query);

  /// The GET request with all headers but `Authorization`.
  [[nodiscard]] HttpRequest request(const AttemptStamp& stamp) const;

 private:
  CheckedTaskQuery() = default;

  std::string url_;
  std::string userId_;
  std::string language_;
};

/// `request` with the header `Authorization` added at the front, with exactly the value `authorization`.
/// Errors: InvalidRequest naming `credentials`.
[[nodiscard]] Result<HttpRequest> authorized(HttpRequest request, std::string_view authorization);

}  // namespace koodrive
