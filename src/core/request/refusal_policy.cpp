#include "core/request/refusal_policy.hpp"

#include <optional>

#include "core/request/clock_offset.hpp"
#include "core/request/gateway_text.hpp"
#include "core/request/http_date.hpp"

namespace koodrive {
namespace {

constexpr int badRequest = 400;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;

}  // namespace

bool isRefusal(int httpStatus) noexcept {
  return httpStatus == badRequest || httpStatus == unauthorized || httpStatus == forbidden;
}

RefusalDecision decideRefusal(const HttpResponse& response, const Error& error, const OpenRemedies& open,
                              std::int64_t nowUnixMilliseconds) {
  auto serverTime = parseHttpDate(response.date.value_or(""), nowUnixMilliseconds);
  if (!serverTime && isGatewayCode(error.code, appAuthenticationRefused)) {
    serverTime = serverTimeIn(error.serverMessage);
  }
  const auto offset = serverTime ? clockOffset(nowUnixMilliseconds, *serverTime) : std::nullopt;
  if (offset && open.clock) {
    return {.action = RefusalAction::CorrectClock, .clockOffsetMilliseconds = *offset};
  }
  if (response.status == unauthorized && open.token) {
    return {.action = RefusalAction::RenewToken};
  }
  return {.clockIsOff = offset.has_value(), .clockUnknown = !serverTime};
}

}  // namespace koodrive
