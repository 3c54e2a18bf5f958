#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace koodrive {

/// Most characters of a user name, without the domain of an account. (KooDrive user guide, creating users)
inline constexpr std::size_t longestUserName = 20;

/// Why a character of a text is odd: a reader does not see it, or takes it for another one.
enum class OddityKind : std::uint8_t {
  BlankAtStart,
  BlankAtEnd,
  DoubledBlank,
  SpecialBlank,  ///< a blank other than U+0020, such as the no-break space
  ZeroWidth,
  Control,
  Bidi,       ///< a control of the text's direction
  FullWidth,  ///< a full-width form of an ASCII letter, digit or sign of accounts
  LookAlike,  ///< a Greek or Cyrillic letter that looks like an ASCII one, in an otherwise Latin word
};

/// Neighbouring odd characters of one kind. Places count UTF-16 code units, as JavaScript does.
struct Oddity {
  OddityKind kind = OddityKind::BlankAtStart;
  std::uint32_t start = 0;
  std::uint32_t end = 0;  ///< exclusive
  friend bool operator==(const Oddity&, const Oddity&) = default;
};

/// Names are one line; in reasons, line ends within the text and blanks beside them are layout.
enum class OddityRule : std::uint8_t { Name, Reason };

/// The odd characters of `text` (well-formed UTF-8), in their order.
[[nodiscard]] std::vector<Oddity> odditiesIn(std::string_view text, OddityRule rule);

/// Whether `odditiesIn` finds any. Takes little more than a look at each byte if the text is ASCII.
[[nodiscard]] bool isOdd(std::string_view text, OddityRule rule);

/// The name of the kind: `blank-at-start`, `blank-at-end`, …; empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(OddityKind kind) noexcept;

}  // namespace koodrive
