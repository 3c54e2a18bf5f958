#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace koodrive {

/// A hash table with open addressing that maps texts to ids. The texts themselves are stored elsewhere.
class TextIndex {
 public:
  using Id = std::uint32_t;

  [[nodiscard]] static std::uint32_t hashOf(std::string_view text) noexcept;

  [[nodiscard]] bool empty() const noexcept { return used_ == 0; }

  /// The stored id with the hash `hash` for which `matches(id)` is true; absent if there is none.
  template <class Matches>
  [[nodiscard]] std::optional<Id> find(std::uint32_t hash, Matches matches) const {
    std::size_t at = placeOf(hash);
    while (!slots_.empty() && slots_[at].idPlusOne != 0) {
      if (slots_[at].hash == hash && matches(slots_[at].idPlusOne - 1)) {
        return slots_[at].idPlusOne - 1;
      }
      at = (at + 1) & (slots_.size() - 1);
    }
    return std::nullopt;
  }

  /// The id that `find` returns. If there is none, stores and returns the id that `add()` returns.
  template <class Matches, class Add>
  [[nodiscard]] Id findOrAdd(std::uint32_t hash, Matches matches, Add add) {
    if (const auto found = find(hash, matches)) {
      return *found;
    }
    const Id id = add();
    insert(hash, id);
    return id;
  }

  /// Stores `id`, which must not be stored yet. Throws std::bad_alloc when memory runs out.
  void insert(std::uint32_t hash, Id id);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t idPlusOne = 0;
  };

  [[nodiscard]] std::size_t placeOf(std::uint32_t hash) const noexcept { return hash & (slots_.size() - 1); }
  void place(Slot slot) noexcept;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace koodrive
