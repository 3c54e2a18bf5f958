#include "core/decode/answer_text.hpp"

#include <cstddef>

#include "core/decode/fault_position.hpp"
#include "core/decode/json_reader.hpp"

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

}  // namespace

std::optional<Error> readAnswer(std::string_view body, TaskResultSax& sax) {
  if (isBlank(body)) {
    return malformed(ErrorReason::EmptyBody);
  }
  if (isWideText(body)) {
    return malformedAt(ErrorReason::InvalidUnicode, body, 0);
  }
  if (!readJson(body, sax)) {
    return syntaxError(body, sax.consumedAtFault());
  }
  return std::nullopt;
}

}  // namespace koodrive
