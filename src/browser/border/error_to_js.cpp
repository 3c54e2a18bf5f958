#include "browser/border/error_to_js.hpp"

#include <optional>
#include <string_view>

#include "browser/border/js_object.hpp"
#include "browser/border/js_values.hpp"

namespace koodrive {
namespace {

std::optional<std::string_view> present(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

const char* const errorDetailsType =
    "{ attempts: number, clockUnknown: boolean, option?: string, expected?: string, actual?: string,"
    " pointer?: string, code?: string, serverMessage?: string, traceId?: string, httpStatus?: number,"
    " offset?: number, line?: number, column?: number, limit?: number, retryAfterMs?: number, requestId?: "
    "string,"
    " signatureDifference?: { part: string, here: string, there: string } }";

FailureRecord toJs(const Error& error) {
  JsObject details;
  details.set("attempts", error.attempts)
      .set("option", present(error.option))
      .set("expected", present(error.expected))
      .set("actual", present(error.actual))
      .set("code", present(error.code))
      .set("serverMessage", present(error.serverMessage))
      .set("traceId", present(error.traceId))
      .set("requestId", present(error.requestId))
      .set("limit", error.limit)
      .set("retryAfterMs", error.retryAfterMs)
      .set("clockUnknown", error.clockUnknown);
  // A shape fault always has `expected`. Its pointer alone does not tell: "" points to the whole document.
  if (!error.expected.empty()) {
    details.set("pointer", std::string_view(error.pointer));
  }
  if (error.httpStatus != 0) {
    details.set("httpStatus", error.httpStatus);
  }
  if (const auto& position = error.position) {
    details.set("offset", position->offset).set("line", position->line).set("column", position->column);
  }
  if (const auto& difference = error.signatureDifference) {
    details.set("signatureDifference", JsObject()
                                           .set("part", difference->part)
                                           .set("here", std::string_view(difference->here))
                                           .set("there", std::string_view(difference->there))
                                           .as<emscripten::val>());
  }
  return {.kind = JsErrorKind(toJs(toString(error.kind))),
          .reason = JsErrorReason(toJs(toString(error.reason))),
          .details = details.as<JsErrorDetails>()};
}

}  // namespace koodrive
