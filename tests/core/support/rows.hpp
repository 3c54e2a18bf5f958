#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/report/fail_info_columns.hpp"

// Helpers for the tests of views, exports and findings, which all read a report's rows.
namespace koodrive {

using Text = std::optional<std::string>;
using Entry = std::pair<Text, Text>;

inline FailInfoColumns columnsOf(const std::vector<Entry>& entries) {
  FailInfoColumns columns;
  for (const auto& [userName, desc] : entries) {
    columns.append(userName, desc);
  }
  return columns;
}

/// Building blocks of difficult texts: letters with several cases, digits, combining marks, control
/// characters, emoji.
inline const std::vector<std::string> pieces = {"a",
                                                "A",
                                                "b",
                                                "k",
                                                "K",
                                                "\u212A",
                                                "s",
                                                "S",
                                                "\u017F",
                                                "\u00E9",
                                                "\u00C9",
                                                "\u0431",
                                                "\u0411",
                                                "0",
                                                "00",
                                                "1",
                                                "12",
                                                "9",
                                                "123456789012345678901",
                                                "-",
                                                ".",
                                                "\u5F20",
                                                "\u4E09",
                                                "\U0001F600",
                                                "e",
                                                "\u0301",
                                                "\xE2\x80\xAE",
                                                "\u200D",
                                                std::string(1, '\0'),
                                                "user"};

/// A random generator with a fixed seed, so that every run uses the same numbers and texts.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }

  template <class List>
  const auto& oneOf(const List& list) {
    return list[below(std::size(list))];
  }

  /// A text of up to `longest` random `parts`.
  template <class List>
  std::string textOf(const List& parts, std::size_t longest) {
    std::string text;
    for (std::size_t left = below(longest + 1); left > 0; --left) {
      text.append(oneOf(parts));
    }
    return text;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace koodrive
