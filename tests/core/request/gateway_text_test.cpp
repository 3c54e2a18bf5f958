#include "core/request/gateway_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace koodrive;

namespace {

const std::string payload = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

std::string canonical(const std::string& host, const std::string& lineEnd) {
  std::string text;
  for (const std::string& line :
       {std::string("GET"), std::string("/koodrive/ose/v1/task/result/"), std::string("taskId=1"),
        "host:" + host, std::string("x-date:20240909T033325Z"), std::string("x-user-id:7"), std::string(),
        std::string("host;x-date;x-user-id")}) {
    text.append(line).append(lineEnd);
  }
  return text + payload;
}

std::string refusalOf(const std::string& canonicalRequest) {
  return "Incorrect app authentication information: verify signature failed, canonicalRequest:" +
         canonicalRequest;
}

}  // namespace

TEST_CASE("a code of the gateway is recognised with the prefix of older and of newer gateways") {
  CHECK(isGatewayCode("APIGW.0303", appAuthenticationRefused));
  CHECK(isGatewayCode("APIG.0303", appAuthenticationRefused));
  for (const auto* const code : {"APIG.0308", "APIGX.0303", "0303", "APIG.03030", ""}) {
    CAPTURE(code);
    CHECK_FALSE(isGatewayCode(code, appAuthenticationRefused));
  }
}

TEST_CASE("the server's clock is read in the text of a signature that has expired") {
  CHECK(serverTimeIn("Incorrect app authentication information: signature expired, signature "
                     "time:20230527T000431Z,server time:20230527T020608Z") == 1'685'153'168'000);
  for (const auto* const text : {"", "server time:", "server time:20230527T020608",
                                 "server time:20231327T020608Z", "signature time:20230527T000431Z"}) {
    CAPTURE(text);
    CHECK_FALSE(serverTimeIn(text));
  }
}

TEST_CASE("the window of a limit is read in the text of a throttled call") {
  const std::string text = "The throttling threshold has been reached: policy user over ratelimit,";
  CHECK(throttleWindowIn(text + "limit:10,time:1 second") == 1'000);
  CHECK(throttleWindowIn(text + "limit:10,time:30 seconds") == 30'000);
  CHECK(throttleWindowIn(text + "limit:1000,time:1 minute") == 60'000);
  CHECK(throttleWindowIn(text + "limit:1000,time:2hours.") == 7'200'000);
  CHECK(throttleWindowIn(text + "limit:1,time:99999999999999999999 day") == 86'400'000);
  for (const auto* const wrong :
       {"", "limit:10", "limit:10,time:", "limit:10,time:1", "limit:10,time:x second", "time:1 second"}) {
    CAPTURE(wrong);
    CHECK_FALSE(throttleWindowIn(wrong));
  }
}

TEST_CASE("the first difference between the request that was signed and the gateway's is named") {
  const auto signedRequest = canonical("portal.example.com", "\n");
  CHECK(signatureDifferenceIn(refusalOf(canonical("drive.example.com", "|")), signedRequest) ==
        SignatureDifference{.part = "host", .here = "portal.example.com", .there = "drive.example.com"});

  auto otherPath = canonical("portal.example.com", "|");
  otherPath.replace(otherPath.find("/koodrive"), 9, "/portal/koodrive");
  CHECK(signatureDifferenceIn(refusalOf(otherPath), signedRequest) ==
        SignatureDifference{.part = "path",
                            .here = "/koodrive/ose/v1/task/result/",
                            .there = "/portal/koodrive/ose/v1/task/result/"});

  auto lessSigned = canonical("portal.example.com", "|");
  lessSigned.erase(lessSigned.find("x-user-id:7|"), 12);
  CHECK(signatureDifferenceIn(refusalOf(lessSigned), signedRequest)->part == "x-user-id");
}

TEST_CASE(
    "the secret is named where the gateway's request is the one that was signed, also with more text behind "
    "it") {
  const auto signedRequest = canonical("drive.example.com", "\n");
  for (const auto* const rest : {"", ", see the documentation", "|"}) {
    CAPTURE(rest);
    CHECK(signatureDifferenceIn(refusalOf(canonical("drive.example.com", "|")) + rest, signedRequest) ==
          SignatureDifference{.part = "app-secret"});
  }
}

TEST_CASE("a refusal without a canonical request names no difference") {
  CHECK_FALSE(signatureDifferenceIn("", canonical("h", "\n")));
  CHECK_FALSE(
      signatureDifferenceIn("Incorrect app authentication information: app not found", canonical("h", "\n")));
}
