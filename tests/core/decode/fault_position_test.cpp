#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "../support/outcome.hpp"

using namespace koodrive;
using namespace std::string_view_literals;

namespace {

struct Case {
  std::string_view body;
  ErrorReason reason;
  TextPosition position;
};

void check(const Case& expected) {
  CAPTURE(expected.body);
  const auto outcome = decode(expected.body);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().kind == ErrorKind::MalformedResponse);
  CHECK(outcome.error().reason == expected.reason);
  REQUIRE(outcome.error().position);
  CHECK(*outcome.error().position == expected.position);
  CHECK(outcome.error().pointer.empty());
}

TextPosition inFirstLine(std::uint64_t offset) {
  return {.offset = offset, .line = 1, .column = offset + 1};
}

}  // namespace

TEST_CASE("a syntax fault is placed at the first byte of the faulty token") {
  using enum ErrorReason;
  const Case cases[] = {
      // An unexpected whole token of each kind
      {R"({"a" 1})", Syntax, inFirstLine(5)},
      {R"({"a":"x" "b"})", Syntax, inFirstLine(9)},
      {R"({"a":"x""b"})", Syntax, inFirstLine(8)},
      {R"({"a":1 true})", Syntax, inFirstLine(7)},
      {R"({"a":1, }  )", Syntax, inFirstLine(8)},
      {R"({"a":1,, "b":2})", Syntax, inFirstLine(7)},
      {R"({"a":[1 2]})", Syntax, inFirstLine(8)},
      {R"({"a":[1-2]})", Syntax, inFirstLine(7)},
      {R"({"a":[01]})", Syntax, inFirstLine(7)},
      {R"({"a":[-01e5-2]})", Syntax, inFirstLine(8)},
      {R"({"a":[truefalse]})", Syntax, inFirstLine(10)},
      {R"({"a":[1.5e+3:]})", Syntax, inFirstLine(12)},
      {R"({"a":[1}})", Syntax, inFirstLine(7)},
      {R"({"a":1]})", Syntax, inFirstLine(6)},
      {R"({1:2})", Syntax, inFirstLine(1)},
      {R"({"a":})", Syntax, inFirstLine(5)},
      {"}", Syntax, inFirstLine(0)},
      // A token that breaks off inside
      {R"({"a":tru})", Syntax, inFirstLine(5)},
      {R"({"a":[true,fals ]})", Syntax, inFirstLine(11)},
      {R"({"a":nuul})", Syntax, inFirstLine(5)},
      {R"({"a":TRUE})", Syntax, inFirstLine(5)},
      {R"({"a":-x})", Syntax, inFirstLine(5)},
      {R"({"a":-"b"})", Syntax, inFirstLine(5)},
      {R"({"a":1.})", Syntax, inFirstLine(5)},
      {R"({"a":1.5e})", Syntax, inFirstLine(5)},
      {R"({"a":1e+"x"})", Syntax, inFirstLine(5)},
      {R"({"a":.5})", Syntax, inFirstLine(5)},
      {R"({"a":+5})", Syntax, inFirstLine(5)},
      {R"({"a":'b'})", Syntax, inFirstLine(5)},
      {R"({"a":"\x"})", Syntax, inFirstLine(5)},
      {R"({"a":"\u12"})", Syntax, inFirstLine(5)},
      {R"({"a":"\ud83d\u12"})", Syntax, inFirstLine(5)},
      {R"({"a":"\"\\\"", "b":"\q"})", Syntax, inFirstLine(19)},
      {"{\"a\":\"x\ty\"}", Syntax, inFirstLine(5)},
      {"{\"a\":\"x\0y\"}"sv, Syntax, inFirstLine(5)},
      // After the value
      {"{} x", Syntax, inFirstLine(3)},
      {"{}{}", Syntax, inFirstLine(2)},
      {"{},", Syntax, inFirstLine(2)},
      {"{} \"a\"", Syntax, inFirstLine(3)},
      {"{}\0"sv, Syntax, inFirstLine(2)},
      {"{}\0garbage"sv, Syntax, inFirstLine(2)},
      {"{} \0}"sv, Syntax, inFirstLine(3)},
      {"1\0"sv, Syntax, inFirstLine(1)},
      {"{\"a\":\0null}"sv, Syntax, inFirstLine(5)},
      // Text ends too early
      {"{", EndsEarly, inFirstLine(1)},
      {R"({"a)", EndsEarly, inFirstLine(3)},
      {R"({"a")", EndsEarly, inFirstLine(4)},
      {R"({"a":)", EndsEarly, inFirstLine(5)},
      {R"({"a":1)", EndsEarly, inFirstLine(6)},
      {R"({"a":-)", EndsEarly, inFirstLine(6)},
      {R"({"a":1.)", EndsEarly, inFirstLine(7)},
      {R"({"a":tr)", EndsEarly, inFirstLine(7)},
      {R"({"a":"\)", EndsEarly, inFirstLine(7)},
      {R"({"a":"\u00)", EndsEarly, inFirstLine(10)},
      {R"({"a":"\ud83d)", EndsEarly, inFirstLine(12)},
      {R"({"a":1,)", EndsEarly, inFirstLine(7)},
      {R"({"a":[1,[2])", EndsEarly, inFirstLine(11)},
      {"-", EndsEarly, inFirstLine(1)},
      {"\xEF", EndsEarly, inFirstLine(1)},
      {"\xEF\xBB", EndsEarly, {2, 1, 2}},  // half a character is one
  };
  for (const Case& each : cases) {
    check(each);
  }
}

TEST_CASE("text that is not Unicode is reported as such, not as a syntax fault") {
  using enum ErrorReason;
  const Case cases[] = {
      {"{\"a\":\"\xFF\"}", InvalidUnicode, inFirstLine(5)},
      {"{\"a\":\"\x80\"}", InvalidUnicode, inFirstLine(5)},
      {"{\"a\":\"\xC0\x80\"}", InvalidUnicode, inFirstLine(5)},               // overlong
      {"{\"a\":\"\xE0\x80\x80\"}", InvalidUnicode, inFirstLine(5)},           // overlong
      {"{\"a\":\"\xED\xA0\x80\"}", InvalidUnicode, inFirstLine(5)},           // surrogate
      {"{\"a\":\"\xF4\x90\x80\x80\"}", InvalidUnicode, inFirstLine(5)},       // beyond U+10FFFF
      {"{\"a\":\"\xE4\xBD\"}", InvalidUnicode, inFirstLine(5)},               // cut off by the quote
      {"{\"a\":\"\xE4\xBD\xA0\", \"\xE4\":1}", InvalidUnicode, {12, 1, 11}},  // in a name
      {R"({"a":"\ud800"})", InvalidUnicode, inFirstLine(5)},
      {R"({"a":"\ud800x"})", InvalidUnicode, inFirstLine(5)},
      {R"({"a":"\ud800\u0041"})", InvalidUnicode, inFirstLine(5)},
      {R"({"a":"\ud800\ud800"})", InvalidUnicode, inFirstLine(5)},
      {R"({"a":"\udfff"})", InvalidUnicode, inFirstLine(5)},
      {"{\"a\":\xFF}", InvalidUnicode, inFirstLine(5)},
      {"{}\xC3\x28", InvalidUnicode, inFirstLine(2)},
      {"\xEF\xBBx{}", InvalidUnicode, inFirstLine(0)},
      {"\xEF\xBC\xA1", Syntax, inFirstLine(0)},  // U+FF21 is a character, but no JSON
      {"{\"a\":\xE4\xBD\xA0}", Syntax, inFirstLine(5)},
      // UTF-16 and UTF-32
      {"\xFF\xFE{\0}\0"sv, InvalidUnicode, inFirstLine(0)},
      {"\xFE\xFF\0{\0}"sv, InvalidUnicode, inFirstLine(0)},
      {"{\0}\0"sv, InvalidUnicode, inFirstLine(0)},
      {"\0{\0}"sv, InvalidUnicode, inFirstLine(0)},
      {"{\0\0\0}\0\0\0"sv, InvalidUnicode, inFirstLine(0)},
      {"\0\0\0{\0\0\0}"sv, InvalidUnicode, inFirstLine(0)},
  };
  for (const Case& each : cases) {
    check(each);
  }
}

TEST_CASE("a byte order mark after the beginning of the text is a syntax fault") {
  check(
      {"{\"a\":\xEF\xBB\xBF"
       "1}",
       ErrorReason::Syntax, inFirstLine(5)});
  check({"\xEF\xBB\xBF\xEF\xBB\xBF{}", ErrorReason::Syntax, {3, 1, 1}});
  check({"{}\xEF\xBB\xBF", ErrorReason::Syntax, inFirstLine(2)});
}

TEST_CASE("an invalid escape sequence is a syntax fault whatever follows it") {
  check({"{\"a\":\"\\q\xFF\"}", ErrorReason::Syntax, inFirstLine(5)});
  check({R"({"a":"\ud83d\ude00\q\ud800"})", ErrorReason::Syntax, inFirstLine(5)});
  check({R"({"a":"\u12g4\ud800"})", ErrorReason::Syntax, inFirstLine(5)});
}

TEST_CASE("a lone surrogate is reported as invalid Unicode after characters of every kind") {
  check({R"({"a":"x\n\"\u00e9\ud83d\ude00\uDC00"})", ErrorReason::InvalidUnicode, inFirstLine(5)});
  check({"{\"a\":\"\xE4\xBD\xA0\xF0\x9F\x98\x80\\uD83D\"}", ErrorReason::InvalidUnicode, inFirstLine(5)});
}

TEST_CASE("words of the parser's error messages in the response do not change the reported fault") {
  check({R"({"surrogate ill-formed UTF-8":"surrogate" "surrogate ill-formed UTF-8"})", ErrorReason::Syntax,
         inFirstLine(42)});
}

TEST_CASE("a fault's line is counted by line feeds and its column in code points") {
  using enum ErrorReason;
  const Case cases[] = {
      {"{\n\n  x}", Syntax, {5, 3, 3}},
      {"{\r\n x}", Syntax, {4, 2, 2}},
      {"{\r x}", Syntax, {3, 1, 4}},
      {"{\"\xE5\xBC\xA0\xE4\xBC\x9F\":\"\xF0\x9F\x98\x80\" x}", Syntax, {17, 1, 11}},
      {"{\"\xC3\xA9\":\n\"\xC3\xA9\" x}", Syntax, {12, 2, 5}},
      {"{\"a\":1\n", EndsEarly, {7, 2, 1}},
      {"{\"a\":\"\xE5\xBC\xA0\n", Syntax, {5, 1, 6}},
      {"\xEF\xBB\xBF{x}", Syntax, {4, 1, 2}},
      {"\xEF\xBB\xBF\n {x}", Syntax, {6, 2, 3}},
      {"\xEF\xBB\xBFx", Syntax, {3, 1, 1}},
      {"\xEF\xBB\xBF\xEF\xBB\xBF{}", Syntax, {3, 1, 1}},
      {"\xEF\xBB\xBF{", EndsEarly, {4, 1, 2}},
  };
  for (const Case& each : cases) {
    check(each);
  }
}
