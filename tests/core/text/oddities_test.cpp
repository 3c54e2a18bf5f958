#include "core/text/oddities.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace koodrive;

namespace {

using Found = std::vector<Oddity>;

Found inName(std::string_view text) {
  return odditiesIn(text, OddityRule::Name);
}

Found inReason(std::string_view text) {
  return odditiesIn(text, OddityRule::Reason);
}

}  // namespace

TEST_CASE("nothing is odd about ordinary names and reasons of any script") {
  for (const std::string_view text :
       {"", "zhang san", "zhangsan01@ldb.example.com", "\u5F20\u4E09", "Jos\u00E9 Mu\u00F1oz",
        "\u0418\u0432\u0430\u043D", "Ivan \u0418\u0432\u0430\u043D", "\u0391\u03BB\u03AD\u03BE\u03B7\u03C2",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\U0001F469\u200D\U0001F4BB", "O'Neil-Smith",
        "\u7528\u6237\uFF08\u5F20\u4E09\uFF09\u5DF2\u5B58\u5728\uFF0C\u8BF7\u68C0\u67E5"}) {
    INFO(text);
    CHECK(inName(text).empty());
    CHECK(inReason(text).empty());
  }
}

TEST_CASE("blanks are odd at the start, at the end and where they come twice") {
  CHECK(inName("  anna") == Found{{OddityKind::BlankAtStart, 0, 2}});
  CHECK(inName("anna ") == Found{{OddityKind::BlankAtEnd, 4, 5}});
  CHECK(inName("anna  lee b") == Found{{OddityKind::DoubledBlank, 4, 6}});
  CHECK(inName("   ") == Found{{OddityKind::BlankAtStart, 0, 3}});
  CHECK(inName(" \u5F20 ") == Found{{OddityKind::BlankAtStart, 0, 1}, {OddityKind::BlankAtEnd, 2, 3}});
}

TEST_CASE(
    "special blanks, characters without a width, controls and bidi controls are odd, whatever is beside "
    "them") {
  CHECK(inName("a\u00A0b") == Found{{OddityKind::SpecialBlank, 1, 2}});
  CHECK(inName("a\u00A0 b") == Found{{OddityKind::SpecialBlank, 1, 2}, {OddityKind::DoubledBlank, 2, 3}});
  CHECK(inName("\u5F20\u3000\u4E09") == Found{{OddityKind::SpecialBlank, 1, 2}});
  CHECK(inName("an\u200Bna") == Found{{OddityKind::ZeroWidth, 2, 3}});
  CHECK(inName("\uFEFFanna") == Found{{OddityKind::ZeroWidth, 0, 1}});
  CHECK(inName("a\u200Db") == Found{{OddityKind::ZeroWidth, 1, 2}});
  CHECK(inName("a\tb") == Found{{OddityKind::Control, 1, 2}});
  CHECK(inName(std::string("a\0b", 3)) == Found{{OddityKind::Control, 1, 2}});
  CHECK(inName("a\u202Eb") == Found{{OddityKind::Bidi, 1, 2}});
}

TEST_CASE("line ends are layout in a reason, but odd in a name and at the ends of a reason") {
  CHECK(inReason("one \r\n  two\nthree").empty());
  CHECK(inReason("one\n") == Found{{OddityKind::Control, 3, 4}});
  CHECK(inReason("a  b\nc") == Found{{OddityKind::DoubledBlank, 1, 3}});
  CHECK(inName("one\ntwo") == Found{{OddityKind::Control, 3, 4}});
}

TEST_CASE("full-width letters, digits and account signs are odd, in UTF-16 places") {
  CHECK(inName("\U0001F600\uFF21\uFF11\uFF20x") == Found{{OddityKind::FullWidth, 2, 5}});
}

TEST_CASE("Greek and Cyrillic look-alikes are odd in a Latin word only") {
  CHECK(inName("\u0430nna") == Found{{OddityKind::LookAlike, 0, 1}});
  CHECK(inName("Smith \u0391lice") == Found{{OddityKind::LookAlike, 6, 7}});
  CHECK(inName("\u0430nn\u0436").empty());
  CHECK(inName("\u043E\u043D anna").empty());
  CHECK(inName("\u0430nna \u0430nn\u0430") ==
        Found{{OddityKind::LookAlike, 0, 1}, {OddityKind::LookAlike, 5, 6}, {OddityKind::LookAlike, 8, 9}});
}

TEST_CASE("every byte alone and twice is judged without reading beyond the text") {
  for (int byte = 1; byte < 0x80; ++byte) {
    const std::string once(1, static_cast<char>(byte));
    CHECK(isOdd(once, OddityRule::Name) == (byte <= 0x20 || byte == 0x7F));
    CHECK(isOdd("a" + once + once + "b", OddityRule::Name) == (byte <= 0x20 || byte == 0x7F));
  }
}
