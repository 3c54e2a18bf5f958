#include "core/decode/envelope.hpp"

#include "core/decode/answer_shape.hpp"
#include "core/decode/server_text.hpp"

namespace koodrive {
namespace {

constexpr std::string_view successCode = "0";

}  // namespace

std::optional<Error> refusalIn(const Envelope& envelope) {
  if (envelope.code == successCode) {
    return std::nullopt;
  }
  if (envelope.code.empty() && (envelope.errorCode.empty() || envelope.errorCode == successCode)) {
    return Error{.kind = ErrorKind::MalformedResponse,
                 .reason = ErrorReason::CodeMissing,
                 .pointer = std::string(pointerTo(Member::Code)),
                 .expected = expectedOf(Member::Code)};
  }
  Error error{.kind = ErrorKind::Api, .reason = ErrorReason::RefusedByApi};
  describe(envelope, error);
  return error;
}

void describe(const Envelope& envelope, Error& error) {
  const auto& code = envelope.code.empty() ? envelope.errorCode : envelope.code;
  const auto& message = envelope.msg.empty() ? envelope.errorMsg : envelope.msg;
  error.code = shortServerText(code, longestServerText);
  error.serverMessage = shortServerText(message, longestServerText);
  error.requestId = shortServerText(envelope.requestId, longestServerText);
}

}  // namespace koodrive
