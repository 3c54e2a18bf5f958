#include "core/decode/task_result_decoder.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "core/decode/fault_position.hpp"
#include "core/decode/json_reader.hpp"
#include "core/decode/task_result_sax.hpp"

namespace koodrive {
namespace {

Error malformed(ErrorReason reason) {
  return {.kind = ErrorKind::MalformedResponse, .reason = reason};
}

Error malformedAt(ErrorReason reason, std::string_view body, std::size_t offset) {
  Error error = malformed(reason);
  error.position = positionAt(body, offset);
  return error;
}

bool isBlank(std::string_view body) noexcept {
  return body.find_first_not_of(" \t\r\n", byteOrderMarkLength(body)) == std::string_view::npos;
}

/// Whether `body` is UTF-16 or UTF-32, recognised by a byte order mark or by the NUL bytes of ASCII
/// characters.
bool isWideText(std::string_view body) noexcept {
  if (body.starts_with("\xFF\xFE") || body.starts_with("\xFE\xFF")) {
    return true;
  }
  if (body.size() < 4) {
    return false;
  }
  const auto isNul = [body](std::size_t at) { return body[at] == '\0'; };
  return (isNul(0) && isNul(2) && !isNul(3)) || (!isNul(0) && isNul(1) && isNul(3));
}

/// The syntax error in `body`. `consumed` is how many bytes the parser had read when it stopped; absent if it
/// took a NUL byte for the end.
Error syntaxError(std::string_view body, std::optional<std::size_t> consumed) {
  if (!consumed) {
    return malformedAt(ErrorReason::Syntax, body, body.find('\0'));
  }
  if (*consumed > body.size()) {
    return malformedAt(ErrorReason::EndsEarly, body, body.size());
  }
  const std::size_t offset = faultyTokenOffset(body, *consumed);
  return malformedAt(isUnicodeFault(body.substr(offset)) ? ErrorReason::InvalidUnicode : ErrorReason::Syntax,
                     body, offset);
}

/// How many bytes of an error body are parsed. Real error bodies are far shorter, and a huge one must not
/// use as much memory as a report may.
constexpr std::size_t longestErrorBody = 65536;

ErrorReason reasonOf(int status) noexcept {
  switch (status) {
    case 400:
      return ErrorReason::BadRequest;
    case 401:
      return ErrorReason::CredentialsRefused;
    case 403:
      return ErrorReason::Forbidden;
    case 404:
      return ErrorReason::NotFound;
    case 429:
      return ErrorReason::Throttled;
    default:
      return 500 <= status && status <= 599 ? ErrorReason::ServerFault : ErrorReason::UnexpectedStatus;
  }
}

}  // namespace

Result<ImportReport> decodeTaskResult(std::span<const char> body) {
  const std::string_view text(body.data(), body.size());
  if (isBlank(text)) {
    return std::unexpected(malformed(ErrorReason::EmptyBody));
  }
  if (isWideText(text)) {
    return std::unexpected(malformedAt(ErrorReason::InvalidUnicode, text, 0));
  }
  TaskResultSax sax;
  if (!readJson(text, sax)) {
    return std::unexpected(syntaxError(text, sax.consumedAtFault()));
  }
  return outcomeOf(std::move(sax).answer());
}

Error errorFromHttpStatus(int status, std::span<const char> body) {
  constexpr int unauthorized = 401;
  Error error{.kind = status == unauthorized ? ErrorKind::Unauthorized : ErrorKind::Http,
              .reason = reasonOf(status),
              .httpStatus = status};
  const std::string_view text(body.data(), std::min(body.size(), longestErrorBody));
  TaskResultSax sax;
  // The result is ignored: members read before a syntax error, or before the limit, are still useful.
  static_cast<void>(readJson(text, sax));
  describe(sax.answer(), error);
  return error;
}

}  // namespace koodrive
