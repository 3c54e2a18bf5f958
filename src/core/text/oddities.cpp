#include "core/text/oddities.hpp"

#include <algorithm>
#include <optional>
#include <ranges>

#include "core/text/ascii.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

using CodePoints = std::vector<char32_t>;

constexpr bool isIn(char32_t letter, char32_t first, char32_t last) noexcept {
  return first <= letter && letter <= last;
}

bool isLineEnd(char32_t letter) noexcept {
  return letter == U'\n' || letter == U'\r';
}

bool isControlLetter(char32_t letter) noexcept {
  return letter < 0x20 || isIn(letter, 0x7F, 0x9F) || isIn(letter, 0x2028, 0x2029) ||
         isIn(letter, 0xFFF9, 0xFFFB);
}

/// White_Space of PropList.txt without controls and U+0020.
bool isSpecialBlank(char32_t letter) noexcept {
  return letter == 0xA0 || letter == 0x1680 || isIn(letter, 0x2000, 0x200A) || letter == 0x202F ||
         letter == 0x205F || letter == 0x3000;
}

/// Bidi_Control of PropList.txt.
bool isBidi(char32_t letter) noexcept {
  return letter == 0x61C || isIn(letter, 0x200E, 0x200F) || isIn(letter, 0x202A, 0x202E) ||
         isIn(letter, 0x2066, 0x2069);
}

/// Joins what stands beside it, as in emoji and in Arabic and Indic scripts.
bool isJoiner(char32_t letter) noexcept {
  return isIn(letter, 0x200C, 0x200D);
}

/// Characters without a width, and the Hangul fillers, which show nothing.
bool isZeroWidth(char32_t letter) noexcept {
  return letter == 0xAD || letter == 0x34F || isIn(letter, 0x115F, 0x1160) || letter == 0x180E ||
         letter == 0x200B || isIn(letter, 0x2060, 0x2064) || letter == 0x3164 || letter == 0xFEFF ||
         letter == 0xFFA0;
}

bool isFullWidth(char32_t letter) noexcept {
  // Other full-width signs are ordinary punctuation of Chinese texts.
  return isIn(letter, 0xFF10, 0xFF19) || isIn(letter, 0xFF21, 0xFF3A) || isIn(letter, 0xFF41, 0xFF5A) ||
         std::u32string_view(U"\uFF0B\uFF0D\uFF0E\uFF20\uFF3F").contains(letter);
}

/// The Greek and Cyrillic letters whose prototype is one ASCII letter. (Unicode 16, confusables.txt)
constexpr std::u16string_view lookAlikeTable =
    u"\u037F\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B3"
    u"\u03B9\u03BD\u03BF\u03C1\u03C3\u03C5\u03D2\u03DC\u03F1\u03F2\u03F3\u03F9\u03FA\u0405\u0406\u0408"
    u"\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u042C\u0430\u0433\u0435\u043E"
    u"\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0461\u0474\u0475\u04AE\u04AF\u04BB\u04BD\u04C0\u04CF\u0501"
    u"\u050C\u051B\u051C\u051D";

bool isLookAlike(char32_t letter) noexcept {
  return letter < 0x10000 && lookAlikeTable.contains(static_cast<char16_t>(letter));
}

bool isGreekOrCyrillic(char32_t letter) noexcept {
  return isIn(letter, 0x370, 0x52F);
}

bool isAsciiLetter(char32_t letter) noexcept {
  return letter < 0x80 && isLetter(static_cast<char>(letter));
}

bool isAnyBlank(char32_t letter) noexcept {
  return letter == U' ' || isSpecialBlank(letter) || isIn(letter, 0x9, 0xD);
}

CodePoints lettersOf(std::string_view text) {
  CodePoints letters;
  while (!text.empty()) {
    const std::size_t length = std::max(sequenceLength(text), std::size_t{1});
    letters.push_back(codePointOf(text.substr(0, length)));
    text.remove_prefix(length);
  }
  return letters;
}

/// A text whose letters are judged one after the other.
class Judge {
 public:
  Judge(const CodePoints& letters, OddityRule rule) : letters_(&letters), rule_(rule) {
    const auto isInk = [](char32_t letter) { return !isAnyBlank(letter); };
    firstInk_ = static_cast<std::size_t>(std::ranges::find_if(letters, isInk) - letters.begin());
    const auto backwards = std::views::reverse(letters);
    const auto last = std::ranges::find_if(backwards, isInk);
    endOfInk_ = static_cast<std::size_t>(backwards.end() - last);
  }

  [[nodiscard]] std::optional<OddityKind> kindAt(std::size_t at) {
    const char32_t letter = (*letters_)[at];
    if (letter == U' ') {
      return kindOfBlank(at);
    }
    if (isControlLetter(letter)) {
      return isLayout(at) ? std::nullopt : std::optional(OddityKind::Control);
    }
    if (letter < 0x80) {
      return std::nullopt;
    }
    if (isSpecialBlank(letter)) {
      return OddityKind::SpecialBlank;
    }
    if (isBidi(letter)) {
      return OddityKind::Bidi;
    }
    if (isZeroWidth(letter) || (isJoiner(letter) && !joinsAt(at))) {
      return OddityKind::ZeroWidth;
    }
    if (isFullWidth(letter)) {
      return OddityKind::FullWidth;
    }
    return isLookAlike(letter) && isInLatinWord(at) ? std::optional(OddityKind::LookAlike) : std::nullopt;
  }

 private:
  /// The letter `by` places after `at`, or before it; a line feed outside the text.
  [[nodiscard]] char32_t beside(std::size_t at, int by) const noexcept {
    const std::size_t place = at + static_cast<std::size_t>(by);
    return place < letters_->size() ? (*letters_)[place] : U'\n';
  }

  [[nodiscard]] bool isLayout(std::size_t at) const noexcept {
    return rule_ == OddityRule::Reason && isLineEnd((*letters_)[at]) && firstInk_ < at && at < endOfInk_;
  }

  [[nodiscard]] std::optional<OddityKind> kindOfBlank(std::size_t at) const noexcept {
    if (at < firstInk_) {
      return OddityKind::BlankAtStart;
    }
    if (at >= endOfInk_) {
      return OddityKind::BlankAtEnd;
    }
    std::size_t first = at;
    while (isAnyBlank((*letters_)[first - 1])) {
      --first;
    }
    std::size_t end = at + 1;
    while (isAnyBlank((*letters_)[end])) {
      ++end;
    }
    const bool hasLineEnd = std::any_of(letters_->begin() + static_cast<std::ptrdiff_t>(first),
                                        letters_->begin() + static_cast<std::ptrdiff_t>(end), isLineEnd);
    const bool isOneLine = rule_ == OddityRule::Name || !hasLineEnd;
    return end - first > 1 && isOneLine ? std::optional(OddityKind::DoubledBlank) : std::nullopt;
  }

  [[nodiscard]] bool joinsAt(std::size_t at) const noexcept {
    constexpr char32_t firstJoined = 0x300;
    return beside(at, -1) >= firstJoined && beside(at, 1) >= firstJoined;
  }

  /// Whether the word around `at` has ASCII letters, and no Greek or Cyrillic letters but look-alikes.
  [[nodiscard]] bool isInLatinWord(std::size_t at) {
    if (at >= endOfWord_) {
      const auto end =
          std::find_if(letters_->begin() + static_cast<std::ptrdiff_t>(at), letters_->end(), isAnyBlank);
      auto first = letters_->begin() + static_cast<std::ptrdiff_t>(at);
      while (first != letters_->begin() && !isAnyBlank(*(first - 1))) {
        --first;
      }
      isLatinWord_ = std::any_of(first, end, isAsciiLetter) && std::all_of(first, end, [](char32_t letter) {
                       return !isGreekOrCyrillic(letter) || isLookAlike(letter);
                     });
      endOfWord_ = static_cast<std::size_t>(end - letters_->begin());
    }
    return isLatinWord_;
  }

  const CodePoints* letters_;
  OddityRule rule_;
  std::size_t firstInk_ = 0;
  std::size_t endOfInk_ = 0;
  std::size_t endOfWord_ = 0;
  bool isLatinWord_ = false;
};

/// Whether a look at single bytes shows that nothing is odd.
bool isPlain(std::string_view text) noexcept {
  if (text.empty()) {
    return true;
  }
  char former = ' ';
  for (const char byte : text) {
    if (!isAscii(byte) || isControl(byte) || (byte == ' ' && former == ' ')) {
      return false;
    }
    former = byte;
  }
  return former != ' ';
}

}  // namespace

std::vector<Oddity> odditiesIn(std::string_view text, OddityRule rule) {
  std::vector<Oddity> found;
  if (isPlain(text)) {
    return found;
  }
  const CodePoints letters = lettersOf(text);
  Judge judge(letters, rule);
  std::uint32_t unit = 0;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const std::uint32_t end = unit + (letters[at] > 0xFFFF ? 2U : 1U);
    if (const auto kind = judge.kindAt(at)) {
      if (!found.empty() && found.back().kind == *kind && found.back().end == unit) {
        found.back().end = end;
      } else {
        found.push_back({.kind = *kind, .start = unit, .end = end});
      }
    }
    unit = end;
  }
  return found;
}

bool isOdd(std::string_view text, OddityRule rule) {
  return !odditiesIn(text, rule).empty();
}

std::string_view toString(OddityKind kind) noexcept {
  switch (kind) {
    case OddityKind::BlankAtStart:
      return "blank-at-start";
    case OddityKind::BlankAtEnd:
      return "blank-at-end";
    case OddityKind::DoubledBlank:
      return "doubled-blank";
    case OddityKind::SpecialBlank:
      return "special-blank";
    case OddityKind::ZeroWidth:
      return "zero-width";
    case OddityKind::Control:
      return "control";
    case OddityKind::Bidi:
      return "bidi";
    case OddityKind::FullWidth:
      return "full-width";
    case OddityKind::LookAlike:
      return "look-alike";
  }
  return {};
}

}  // namespace koodrive
