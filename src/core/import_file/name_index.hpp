#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/report/text_arena.hpp"
#include "core/report/text_index.hpp"

namespace koodrive {

/// Numbers different texts 0, 1, 2, … in the order of their first appearance.
class NameIndex {
 public:
  /// The number of different texts.
  [[nodiscard]] std::size_t size() const noexcept { return addresses_.size(); }

  /// The number of `text`, a new one if it was not added before. Throws std::bad_alloc when memory runs out.
  [[nodiscard]] std::uint32_t add(std::string_view text) {
    return index_.findOrAdd(
        TextIndex::hashOf(text), [&](TextIndex::Id id) { return textOf(id) == text; },
        [&] {
          addresses_.push_back(texts_.append(text));
          return static_cast<TextIndex::Id>(addresses_.size() - 1);
        });
  }

  /// The number of `text` if it was added.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const {
    return index_.find(TextIndex::hashOf(text), [&](TextIndex::Id id) { return textOf(id) == text; });
  }

 private:
  [[nodiscard]] std::string_view textOf(TextIndex::Id id) const { return texts_.at(addresses_[id]); }

  TextArena texts_;
  std::vector<TextArena::Address> addresses_;
  TextIndex index_;
};

}  // namespace koodrive
