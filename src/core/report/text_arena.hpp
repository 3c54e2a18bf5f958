#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// Stores texts contiguously in large chunks that never move; each takes its bytes and one or two for its
/// length. A name of 20 bytes takes 21 here and 40 or more as a std::string (libc++ 18, wasm32), with which
/// a report would need more than 0.45 of the memory of its response.
class TextArena {
 public:
  /// Identifies a stored text; `append` never returns `nowhere`.
  using Address = std::uint32_t;
  static constexpr Address nowhere = std::numeric_limits<Address>::max();

  /// Stores a copy of `text`. Throws std::bad_alloc when memory or addresses (2 GiB of text) run out.
  [[nodiscard]] Address append(std::string_view text);

  /// The text stored at `address`, borrowed until the arena is changed.
  [[nodiscard]] std::string_view at(Address address) const;

  /// Frees the unused capacity of the last chunk.
  void shrinkToFit();

 private:
  [[nodiscard]] Address appendLarge(std::string_view text);

  std::vector<std::string> chunks_;
  std::vector<std::string> large_;
};

}  // namespace koodrive
