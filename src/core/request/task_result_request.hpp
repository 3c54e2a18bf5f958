#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/request/access_token.hpp"
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
  std::string authorization;            ///< complete value of `Authorization`
  std::string traceId;                  ///< X-Traceid, see `traceIdFrom`
  std::int64_t unixTimeMilliseconds{};  ///< X-Date, UTC
};

inline constexpr std::size_t traceIdRandomBytes = 29;  // 58 hexadecimal characters

/// 58 lower-case hexadecimal characters for X-Traceid; the bytes come from a cryptographic source.
[[nodiscard]] std::string traceIdFrom(std::span<const std::byte, traceIdRandomBytes> random);

/// `yyyyMMdd'T'HHmmss'Z'` in UTC, years 1970 to 9999. Fractions of a second are cut, so the text is never
/// later than the time.
[[nodiscard]] std::string formatXDate(std::int64_t unixTimeMilliseconds);

/// Checks everything but the stamp, before credentials are asked for.
/// Errors: InvalidRequest naming `endpoint`, `taskId`, `userId` or `language`.
[[nodiscard]] Result<void> validate(const TaskResultQuery& query);

/// The GET request without `Authorization`: URL with percent-encoded taskId (RFC 3986), and the four other
/// headers that script may set. `stamp.authorization` is not looked at. Errors: as `validate`.
[[nodiscard]] Result<HttpRequest> buildUnauthorizedRequest(const TaskResultQuery& query,
                                                           const AttemptStamp& stamp);

/// The whole GET request: URL with percent-encoded taskId (RFC 3986), and exactly the five headers that
/// script may set. Errors: as `validate`, and for the stamp's header values (`credentials`).
[[nodiscard]] Result<HttpRequest> buildTaskResultRequest(const TaskResultQuery& query,
                                                         const AttemptStamp& stamp);

}  // namespace koodrive
