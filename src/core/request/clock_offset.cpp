#include "core/request/clock_offset.hpp"

namespace koodrive {
namespace {

constexpr std::int64_t toleranceMilliseconds = 60'000;

/// Clocks synchronised by NTP differ by less. Since an X-Date is valid for 15 minutes, sending a date that is
/// two seconds old does no harm.
constexpr std::int64_t safetyMarginMilliseconds = 2'000;

}  // namespace

std::optional<std::int64_t> clockOffset(std::int64_t localUnixMilliseconds,
                                        std::int64_t serverUnixMilliseconds) noexcept {
  const auto offset = serverUnixMilliseconds - localUnixMilliseconds;
  const bool isOff = offset > toleranceMilliseconds || offset < -toleranceMilliseconds;
  return isOff ? std::optional(offset) : std::nullopt;
}

std::int64_t xDateTime(std::int64_t localUnixMilliseconds, std::int64_t offsetMilliseconds) noexcept {
  return localUnixMilliseconds + offsetMilliseconds - safetyMarginMilliseconds;
}

}  // namespace koodrive
