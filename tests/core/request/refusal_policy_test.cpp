#include "core/request/refusal_policy.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

using namespace koodrive;

namespace {

constexpr std::int64_t clientTime = 1'725'852'805'000;  // Mon, 09 Sep 2024 03:33:25 GMT
const std::string sameTime = "Mon, 09 Sep 2024 03:33:25 GMT";
const std::string hourLater = "Mon, 09 Sep 2024 04:33:25 GMT";

HttpResponse refused(int status, std::optional<std::string> date) {
  return {.status = status, .body = {}, .date = std::move(date), .retryAfter = {}};
}

RefusalDecision decide(const HttpResponse& response, const OpenRemedies& open, std::int64_t arrived,
                       const Error& error = {}) {
  return decideRefusal(response, error, open, arrived);
}

}  // namespace

TEST_CASE("only the statuses 400, 401 and 403 count as a refusal of credentials or X-Date") {
  for (int status = 100; status < 600; ++status) {
    CAPTURE(status);
    CHECK(isRefusal(status) == (status == 400 || status == 401 || status == 403));
  }
}

TEST_CASE("a refusal by a server whose clock differs by more than a minute corrects the clock") {
  for (const int status : {400, 401, 403}) {
    CAPTURE(status);
    CHECK(decide(refused(status, hourLater), {.clock = true, .token = true}, clientTime) ==
          RefusalDecision{.action = RefusalAction::CorrectClock, .clockOffsetMilliseconds = 3'600'000});
  }
  CHECK(decide(refused(401, sameTime), {.clock = true}, clientTime + 61'000).clockOffsetMilliseconds ==
        -61'000);
  CHECK(decide(refused(401, sameTime), {.clock = true}, clientTime + 60'000).action == RefusalAction::GiveUp);
}

TEST_CASE("another token is requested only after a 401, and only if one can be supplied") {
  const OpenRemedies open{.clock = true, .token = true};
  CHECK(decide(refused(401, sameTime), open, clientTime) ==
        RefusalDecision{.action = RefusalAction::RenewToken});
  CHECK(decide(refused(401, std::nullopt), open, clientTime) ==
        RefusalDecision{.action = RefusalAction::RenewToken});
  CHECK(decide(refused(400, sameTime), open, clientTime) == RefusalDecision{});
  CHECK(decide(refused(403, sameTime), open, clientTime) == RefusalDecision{});
  CHECK(decide(refused(401, sameTime), {.clock = true, .token = false}, clientTime) == RefusalDecision{});
}

TEST_CASE("another token is requested if KooDrive also refuses the corrected clock") {
  CHECK(decide(refused(401, hourLater), {.clock = false, .token = true}, clientTime) ==
        RefusalDecision{.action = RefusalAction::RenewToken});
}

TEST_CASE("a refusal without a remaining remedy reports whether the clock is wrong or unknown") {
  const OpenRemedies none{.clock = false, .token = false};
  CHECK(decide(refused(401, hourLater), none, clientTime) == RefusalDecision{.clockIsOff = true});
  CHECK(decide(refused(401, sameTime), none, clientTime) == RefusalDecision{});
  CHECK(decide(refused(401, std::nullopt), none, clientTime) == RefusalDecision{.clockUnknown = true});
  CHECK(decide(refused(403, "yesterday"), none, clientTime) == RefusalDecision{.clockUnknown = true});
}

TEST_CASE("without a Date the clock is corrected by the server's time in the text of a refused signature") {
  const auto refusedBy = [](const std::string& code) {
    return Error{.code = code, .serverMessage = "signature expired,server time:20240909T043325Z"};
  };
  for (const auto* const code : {"APIGW.0303", "APIG.0303"}) {
    CAPTURE(code);
    CHECK(decide(refused(401, std::nullopt), {.clock = true}, clientTime, refusedBy(code)) ==
          RefusalDecision{.action = RefusalAction::CorrectClock, .clockOffsetMilliseconds = 3'600'000});
  }
  CHECK(decide(refused(401, std::nullopt), {.clock = false}, clientTime, refusedBy("APIG.0303")).clockIsOff);
  CHECK(decide(refused(401, std::nullopt), {.clock = true}, clientTime, refusedBy("13000101")).clockUnknown);
  CHECK(decide(refused(401, sameTime), {.clock = true}, clientTime, refusedBy("APIG.0303")) ==
        RefusalDecision{});
}
