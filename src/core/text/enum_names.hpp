#pragma once

#include <string_view>
#include <vector>

namespace koodrive {

/// The names of all enumerators of `Enum` in their order. Enumerators must count up from 0, and `toString`
/// must return an empty text for any other value. -Wswitch keeps `toString`, and so this list, complete.
template <class Enum>
[[nodiscard]] std::vector<std::string_view> namesOf() {
  std::vector<std::string_view> names;
  for (unsigned value = 0;; ++value) {
    const std::string_view name = toString(static_cast<Enum>(value));
    if (name.empty()) {
      return names;
    }
    names.push_back(name);
  }
}

}  // namespace koodrive
