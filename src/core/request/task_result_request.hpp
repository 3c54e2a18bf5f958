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

namespace koodrive {

/// What the caller asks for. (KooDrive API, "Queries the task result", tables 1 and 2)
struct TaskResultQuery {
  std::string endpoint;               ///< https URL, or http on loopback; a path prefix is kept
  std::optional<std::string> taskId;  ///< omitted from the URL when absent; at most 256 characters
  std::string userId;                 ///< X-User-Id
  std::string language = "en-US";     ///< BCP 47 tag, sent as `language`
};

/// What is new for every attempt.
struct AttemptStamp {
  std::string traceId;                  ///< X-Traceid, made by `traceIdFrom`
  std::int64_t unixTimeMilliseconds{};  ///< X-Date, UTC
};

inline constexpr std::size_t traceIdRandomBytes = 29;  // 58 hexadecimal characters

/// 58 lower-case hexadecimal characters for X-Traceid; the bytes come from a cryptographic source.
[[nodiscard]] std::string traceIdFrom(std::span<const std::byte, traceIdRandomBytes> random);

/// `yyyyMMdd'T'HHmmss'Z'` in UTC, years 1970 to 9999. Fractions of a second are cut, so the text is never
/// later than the time.
[[nodiscard]] std::string formatXDate(std::int64_t unixTimeMilliseconds);

/// A query whose values have been checked, so that each attempt can be built without a further check.
class CheckedTaskResultQuery {
 public:
  /// Errors: InvalidRequest naming `endpoint`, `taskId`, `userId` or `language`.
  [[nodiscard]] static Result<CheckedTaskResultQuery> from(const TaskResultQuery& query);

  /// The GET request without `Authorization`: URL with percent-encoded taskId (RFC 3986), and the four other
  /// headers that script may set.
  [[nodiscard]] HttpRequest request(const AttemptStamp& stamp) const;

 private:
  CheckedTaskResultQuery() = default;

  std::string url_;
  std::string userId_;
  std::string language_;
};

/// `request` with `authorization` as the complete value of its Authorization header, which comes first.
/// Errors: InvalidRequest naming `credentials`.
[[nodiscard]] Result<HttpRequest> authorized(HttpRequest request, std::string_view authorization);

}  // namespace koodrive
