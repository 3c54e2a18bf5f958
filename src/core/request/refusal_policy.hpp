#pragma once

#include <cstdint>

#include "core/error.hpp"
#include "core/request/http.hpp"

namespace koodrive {

/// The remedies still available for a refused request. Each is used at most once per query.
struct OpenRemedies {
  bool clock = true;   ///< X-Date has not been corrected yet
  bool token = false;  ///< the page can supply another access token and has not been asked for it yet
};

enum class RefusalAction : std::uint8_t {
  CorrectClock,  ///< resend with X-Date corrected to the server's clock
  RenewToken,    ///< resend with another access token
  GiveUp,
};

/// How to react to a refusal.
struct RefusalDecision {
  RefusalAction action = RefusalAction::GiveUp;
  std::int64_t clockOffsetMilliseconds = 0;  ///< CorrectClock: how far the server's clock is ahead
  bool clockIsOff = false;                   ///< GiveUp: X-Date is the likely reason
  bool clockUnknown = false;  ///< GiveUp: X-Date may be the reason, but the server's time is not known
  friend bool operator==(const RefusalDecision&, const RefusalDecision&) = default;
};

/// Whether KooDrive or its gateway may use `httpStatus` to refuse credentials or an X-Date.
[[nodiscard]] bool isRefusal(int httpStatus) noexcept;

/// Decides how to react to a refusal: correct the clock if the server's time shows that it is wrong; else,
/// after a 401, renew the access token; else give up. The server's time is the response's Date or, where that
/// cannot be read, in the text of the gateway's error. `error` is the response's, `nowUnixMilliseconds` when
/// it arrived.
[[nodiscard]] RefusalDecision decideRefusal(const HttpResponse& response, const Error& error,
                                            const OpenRemedies& open, std::int64_t nowUnixMilliseconds);

}  // namespace koodrive
