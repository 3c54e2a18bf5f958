#include "core/request/app_signature.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "../support/outcome.hpp"

using namespace koodrive;

// The expected texts were written by hand from "App-based Authentication Generation Rule". Their hashes and
// signatures come from the openssl command line, with the canonical request in canonical.txt and no newline
// at its end:
//   hash=$(openssl dgst -sha256 -r canonical.txt | cut -d' ' -f1)
//   printf 'HMAC-SHA256\n%s' "$hash" | openssl dgst -sha256 -hmac 'demo-app-secret' -r
// `printf '' | openssl dgst -sha256 -r` gives the hash of the empty payload.

namespace {

constexpr auto emptyPayload = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

HttpRequest requestTo(const std::string& url) {
  return {.method = "GET",
          .url = url,
          .headers = {{.name = "language", .value = "en-US"},
                      {.name = "X-Traceid", .value = std::string(58, 'a')},
                      {.name = "X-User-Id", .value = " 1505084218764547200 "},
                      {.name = "X-Date", .value = "20240909T033325Z"}}};
}

Endpoint endpoint(const std::string& url) {
  return parseSignedEndpoint(url).value();
}

std::string withHostAndDate(const std::string& head, const std::string& host) {
  return head + "host:" + host +
         "\nx-date:20240909T033325Z\nx-user-id:1505084218764547200\n\nhost;x-date;x-user-id\n" + emptyPayload;
}

}  // namespace

TEST_CASE("the canonical request is the one that openssl hashed") {
  const auto canonical = canonicalRequest(
      requestTo(
          "https://intl.myhuaweicloud-koodrive.com/koodrive/ose/v1/task/result?taskId=1534087020903704704"),
      endpoint("https://intl.myhuaweicloud-koodrive.com"));
  CHECK(canonical == withHostAndDate("GET\n/koodrive/ose/v1/task/result/\ntaskId=1534087020903704704\n",
                                     "intl.myhuaweicloud-koodrive.com"));

  // sha256(canonical request), as openssl printed it
  const std::string hash = "9c45d1f5653c29335f854e03720447da19aaa685edd60990955a96b781fd7923";
  CHECK(stringToSign(hash) == "HMAC-SHA256\n" + hash);
  // hmac-sha256 of the string to sign under demo-app-secret, as openssl printed it
  const std::string signature = "add73a4bb1b852f486d1d87ac3be30e923ef207bb1f3bc561e3256ffddc0b129";
  CHECK(appAuthorization("demo-app", signature) ==
        "HMAC-SHA256 AppId=demo-app,SignedHeaders=host;x-date;x-user-id,Signature=" + signature);
}

TEST_CASE("behind a proxy the signature covers the signed endpoint, not the URL that is requested") {
  const auto request =
      requestTo("https://portal.example.com/kd/koodrive/ose/v1/task/result?taskId=a%20b%26c%3Dd~%C3%A9");
  const auto canonical = canonicalRequest(request, endpoint("https://LOCALHOST:8443/drive%20a/"));
  CHECK(canonical ==
        withHostAndDate("GET\n/drive%20a/koodrive/ose/v1/task/result/\ntaskId=a%20b%26c%3Dd~%C3%A9\n",
                        "localhost:8443"));
}

TEST_CASE("the signed path is normalised: no dot segments, no double slashes, uniform encoding") {
  const auto request = requestTo("https://drive.example.com/koodrive/ose/v1/task/result");
  const auto canonicalPath = [&](const std::string& url) {
    const auto text = canonicalRequest(request, endpoint(url));
    return text.substr(4, text.find('\n', 4) - 4);
  };
  CHECK(canonicalPath("https://drive.example.com/a//b/./c/../d") == "/a/b/d/koodrive/ose/v1/task/result/");
  CHECK(canonicalPath("https://drive.example.com/../..") == "/koodrive/ose/v1/task/result/");
  CHECK(canonicalPath("https://drive.example.com/%7euser/a%2fb/(x)") ==
        "/~user/a%2Fb/%28x%29/koodrive/ose/v1/task/result/");
}

TEST_CASE("the signed query string is sorted, and empty if the URL has none") {
  const auto canonicalQuery = [](const std::string& url) {
    const auto text = canonicalRequest(requestTo(url), endpoint("https://drive.example.com"));
    const auto begin = text.find('\n', 4) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  CHECK(canonicalQuery("https://drive.example.com/koodrive/ose/v1/task/result").empty());
  CHECK(canonicalQuery("https://drive.example.com/x?b=2&a=%7e&a=1&c") == "a=1&a=~&b=2&c=");
}

TEST_CASE("the signed host omits the scheme's default port") {
  const auto request = requestTo("https://drive.example.com/koodrive/ose/v1/task/result");
  CHECK(canonicalRequest(request, endpoint("https://drive.example.com:443"))
            .contains("\nhost:drive.example.com\n"));
  CHECK(canonicalRequest(request, endpoint("http://localhost:80")).contains("\nhost:localhost\n"));
  CHECK(canonicalRequest(request, endpoint("https://[::1]:8443")).contains("\nhost:[::1]:8443\n"));
}

TEST_CASE("an invalid signed endpoint gives an error that names the option") {
  const auto refused = parseSignedEndpoint("http://drive.example.com");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::InvalidRequest);
  CHECK(refused.error().reason == ErrorReason::NotSecure);
  CHECK(refused.error().option == "credentials.signedEndpoint");
}
