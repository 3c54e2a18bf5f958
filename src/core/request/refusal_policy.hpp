#pragma once

#include <cstdint>

#include "core/request/http.hpp"

namespace koodrive {

/// What can still be changed about a request that KooDrive refused. Each remedy is used once per query.
struct OpenRemedies {
  bool clock = true;   ///< X-Date has not been corrected yet
  bool token = false;  ///< another access token can be had, and has not been asked for yet
};

enum class RefusalAction : std::uint8_t {
  CorrectClock,  ///< send again, with X-Date by the server's clock
  RenewToken,    ///< send again, with another access token
  GiveUp,
};

/// What to do about a refusal.
struct RefusalDecision {
  RefusalAction action = RefusalAction::GiveUp;
  std::int64_t clockOffsetMilliseconds = 0;  ///< CorrectClock: how far the server's clock is ahead
  bool clockIsOff = false;                   ///< GiveUp: X-Date is the likely reason
  bool clockUnknown = false;  ///< GiveUp: whether X-Date was the reason cannot be told, for want of a Date
  friend bool operator==(const RefusalDecision&, const RefusalDecision&) = default;
};

/// Whether `httpStatus` is one with which KooDrive or its gateway refuses credentials or an X-Date, among
/// other things.
[[nodiscard]] bool isRefusal(int httpStatus) noexcept;

/// What a refusal means: a clock that is off is corrected by the response's Date; else another access token
/// is asked for after a 401; else the query has failed. `nowUnixMilliseconds` is when the response arrived.
[[nodiscard]] RefusalDecision decideRefusal(const HttpResponse& response, const OpenRemedies& open,
                                            std::int64_t nowUnixMilliseconds);

}  // namespace koodrive
