#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace koodrive {

/// How a query can end without a report; `toString` gives the name that JavaScript sees as
/// `KooDriveError.kind`.
enum class ErrorKind : std::uint8_t {
  InvalidRequest,
  Network,
  Timeout,
  Aborted,
  Unauthorized,
  Http,
  Api,
  NoResult,
  TaskFailed,
  MalformedResponse,
  MalformedFile,
  TooLarge,
};

/// The precise cause within an `ErrorKind`; each locale has a message for it.
enum class ErrorReason : std::uint8_t {
  // InvalidRequest; `Error::option` names the option
  Required,
  NotAUrl,
  NotSecure,
  UrlHasCredentials,
  UrlHasQuery,
  UrlHasFragment,
  ControlCharacter,
  NonAscii,
  TooLong,
  NotALanguageTag,
  NotAToken,
  OutOfRange,
  // Network
  Unreachable,
  // Timeout
  Silence,
  Deadline,
  StillRunning,
  // Aborted
  AbortedByCaller,
  // Unauthorized
  CredentialsRefused,
  SignatureRefused,
  // Unauthorized or Http
  ClockRefused,
  // Http
  BadRequest,
  Forbidden,
  NotFound,
  Throttled,
  ServerFault,
  UnexpectedStatus,
  // Api
  RefusedByApi,
  // NoResult
  NoResultYet,
  // TaskFailed
  ImportFailed,
  // MalformedResponse
  EmptyBody,
  Syntax,
  EndsEarly,
  InvalidUnicode,
  WrongType,
  NotACount,
  CodeMissing,
  // MalformedFile
  EmptyFile,
  InvalidEncoding,
  QuoteNotClosed,
  // TooLarge
  ResponseTooLarge,
  OutOfMemory,
};

/// The kind's name, as in `KooDriveError.kind`: `invalid-request`, `network`, …; empty for a value that is no
/// enumerator.
[[nodiscard]] std::string_view toString(ErrorKind kind) noexcept;

/// The reason's name in kebab case, e.g. `ends-early`; empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(ErrorReason reason) noexcept;

/// A place in the bytes of a response.
struct TextPosition {
  std::uint64_t offset = 0;  ///< 0-based byte, a byte order mark counted
  std::uint64_t line = 1;    ///< 1-based, counted by LF
  std::uint64_t column = 1;  ///< 1-based, in code points, a byte order mark not counted
  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

/// Where the request that was signed differs from the one that the gateway received.
struct SignatureDifference {
  std::string_view part =
      {};  ///< a literal: `method`, `path`, `query`, `host`, …; `app-secret`: there is no difference
  std::string here = {};   ///< as signed
  std::string there = {};  ///< as the gateway received it
  friend bool operator==(const SignatureDifference&, const SignatureDifference&) = default;
};

/// Everything known about a failed query. Contains no secrets, and of the response's text only `code` and
/// `serverMessage`.
struct Error {
  ErrorKind kind = ErrorKind::MalformedResponse;
  ErrorReason reason = ErrorReason::Syntax;
  std::string_view option = {};    ///< InvalidRequest: the option's name, e.g. `userId`; a literal
  std::string pointer = {};        ///< shape faults: JSON Pointer (RFC 6901); empty means the whole document
  std::string_view expected = {};  ///< shape faults: e.g. `string`, `integer-or-string`; a literal
  std::string_view actual = {};    ///< shape faults: the JSON type found, e.g. `number`; a literal
  std::optional<TextPosition> position = {};  ///< syntax faults
  std::optional<std::uint64_t> limit = {};    ///< TooLong, OutOfRange, TooLarge: the limit that was exceeded
  int httpStatus = 0;                         ///< 0 where no response arrived
  std::string code = {};           ///< the server's `code` or `error_code` as text; empty where absent
  std::string serverMessage = {};  ///< the server's `msg` or `error_msg`: data, never markup
  std::string traceId = {};        ///< X-Traceid of the last attempt
  std::string requestId = {};      ///< the gateway's `request_id` or X-Request-Id; empty where absent
  std::optional<SignatureDifference> signatureDifference = {};  ///< SignatureRefused
  std::optional<std::uint64_t> retryAfterMs = {};  ///< from a readable Retry-After, in milliseconds
  bool clockUnknown = false;  ///< refused, and without a readable Date: X-Date may have been the reason
  unsigned attempts = 0;      ///< attempts made, 0 where nothing was sent
};

template <class T>
using Result = std::expected<T, Error>;

}  // namespace koodrive
