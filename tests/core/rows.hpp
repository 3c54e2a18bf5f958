#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/fail_info_columns.hpp"

// Shared by the tests of what is made of a report's rows.
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

/// Draws the same numbers and texts in every run.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }

  template <class List>
  const auto& oneOf(const List& list) {
    return list[below(std::size(list))];
  }

  /// Up to `longest` of `pieces` in a row.
  template <class List>
  std::string textOf(const List& pieces, std::size_t longest) {
    std::string text;
    for (std::size_t left = below(longest + 1); left > 0; --left) {
      text.append(oneOf(pieces));
    }
    return text;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace koodrive
