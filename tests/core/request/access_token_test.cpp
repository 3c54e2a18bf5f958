#include "core/request/access_token.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../support/outcome.hpp"
#include "core/text/enum_names.hpp"

using namespace koodrive;

TEST_CASE("an access token is sent in the chosen format") {
  CHECK(authorizationFromAccessToken("abc", AccessTokenFormat::BearerPlus) == "Bearer+abc");
  CHECK(authorizationFromAccessToken("abc", AccessTokenFormat::BearerSpace) == "Bearer abc");
  CHECK(authorizationFromAccessToken("abc", AccessTokenFormat::Bare) == "abc");
}

TEST_CASE("a token with a Bearer prefix is sent unchanged whatever the format") {
  for (const auto format :
       {AccessTokenFormat::BearerPlus, AccessTokenFormat::BearerSpace, AccessTokenFormat::Bare}) {
    for (const std::string token : {"Bearer+abc", "Bearer abc", "bearer abc", "BEARER+abc"}) {
      CHECK(authorizationFromAccessToken(token, format) == token);
    }
  }
  CHECK(authorizationFromAccessToken("Bearerabc", AccessTokenFormat::BearerPlus) == "Bearer+Bearerabc");
}

TEST_CASE("a token is taken out of a pasted Authorization header") {
  for (const std::string pasted :
       {"Authorization: Bearer+abc=", "authorization:Bearer+abc=", "  Authorization :  Bearer+abc=  ",
        "AUTHORIZATION\tBearer+abc=", "authorizationBearer+abc=", "\"Authorization\": \"Bearer+abc=\",",
        "'Authorization': 'Bearer+abc=',", "-H 'Authorization: Bearer+abc=' \\",
        "--header \"Authorization: Bearer+abc=\"", "Authorization: Bearer+abc=\r\n"}) {
    CAPTURE(pasted);
    for (const auto format :
         {AccessTokenFormat::BearerPlus, AccessTokenFormat::BearerSpace, AccessTokenFormat::Bare}) {
      CHECK(authorizationFromAccessToken(pasted, format) == "Bearer+abc=");
    }
    CHECK(bareAccessToken(pasted) == "abc=");
  }
  CHECK(authorizationFromAccessToken("Authorization: AT 0a1b", AccessTokenFormat::BearerPlus) ==
        "Bearer+AT 0a1b");
  CHECK(authorizationFromAccessToken("authorizationabc", AccessTokenFormat::Bare) == "authorizationabc");
}

TEST_CASE("each access token format has the name used in the options") {
  CHECK(namesOf<AccessTokenFormat>() ==
        std::vector<std::string_view>{"Bearer+{token}", "Bearer {token}", "{token}"});
  for (const auto name : namesOf<AccessTokenFormat>()) {
    CHECK(toString(accessTokenFormatNamed(name).value()) == name);
  }
  const auto unknown = accessTokenFormatNamed("Basic {token}");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().reason == ErrorReason::OutOfRange);
  CHECK(unknown.error().option == "credentials.format");
}

TEST_CASE("the bare token is the value without surrounding blanks and Bearer prefix") {
  for (const std::string text :
       {"abc", " abc\n", "Bearer abc", "bearer+abc", "BEARER   abc ", "\tBearer+ abc"}) {
    CAPTURE(text);
    CHECK(bareAccessToken(text) == "abc");
  }
  CHECK(bareAccessToken("Bearerabc") == "Bearerabc");
  CHECK(bareAccessToken("Bearer ") == "Bearer");
  CHECK(bareAccessToken("").empty());
}

TEST_CASE("spaces around an access token are removed") {
  CHECK(authorizationFromAccessToken("  abc ", AccessTokenFormat::BearerPlus) == "Bearer+abc");
  CHECK(authorizationFromAccessToken("  Bearer abc ", AccessTokenFormat::BearerPlus) == "Bearer abc");
}

TEST_CASE("an invalid token gives an error that names the option and does not quote the token") {
  struct Case {
    std::string token;
    ErrorReason reason;
  };
  const Case cases[] = {
      {"", ErrorReason::Required},
      {"   ", ErrorReason::Required},
      {"Bearer ", ErrorReason::Required},
      {"Bearer+", ErrorReason::Required},
      {"bearer", ErrorReason::Required},
      {"abc\n", ErrorReason::ControlCharacter},
      {"a\tbc", ErrorReason::ControlCharacter},
      {std::string("a\0c", 3), ErrorReason::ControlCharacter},
      {"a\x7F", ErrorReason::ControlCharacter},
      {"Authorization: Bearer+a\tb", ErrorReason::ControlCharacter},
      {"Authorization", ErrorReason::Required},
      {"Authorization:", ErrorReason::Required},
      {"Authorization: Bearer+", ErrorReason::Required},
      {R"("abc")", ErrorReason::NotAToken},
      {R"({"access_token":"abc"})", ErrorReason::NotAToken},
      {"curl https://drive.example.com -H 'Authorization: Bearer+abc'", ErrorReason::NotAToken},
      {"Accept: */* Authorization: Bearer+abc", ErrorReason::NotAToken},
      {"Authorization: Bearer+abc X-User-Id: 1", ErrorReason::NotAToken},
      {"\xC3\xA9", ErrorReason::NonAscii},
      {std::string(8186, 'a'), ErrorReason::TooLong},
  };
  for (const auto& [token, reason] : cases) {
    CAPTURE(token, reason);
    const auto value = authorizationFromAccessToken(token, AccessTokenFormat::BearerPlus);
    REQUIRE_FALSE(value);
    CHECK(value.error().kind == ErrorKind::InvalidRequest);
    CHECK(value.error().reason == reason);
    CHECK(value.error().option == "credentials.accessToken");
  }
  CHECK(authorizationFromAccessToken(std::string(8185, 'a'), AccessTokenFormat::BearerPlus)->size() == 8192);
}

TEST_CASE(
    "a token of the carrier edition, which begins with AT and a blank, is sent as it is in each format") {
  const std::string token = "AT 0123456789abcdef0123456789abcdef0123456789abcdef";
  CHECK(authorizationFromAccessToken(token, AccessTokenFormat::BearerPlus) == "Bearer+" + token);
  CHECK(authorizationFromAccessToken(token, AccessTokenFormat::BearerSpace) == "Bearer " + token);
  CHECK(authorizationFromAccessToken(token, AccessTokenFormat::Bare) == token);
  CHECK(authorizationFromAccessToken("Bearer " + token, AccessTokenFormat::Bare) == "Bearer " + token);
  CHECK(bareAccessToken("Authorization: Bearer+" + token) == token);
}
