#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// Keeps texts side by side in large chunks that never move; each costs its bytes and one or two for its
/// length. A name of 20 bytes takes 21 here and 40 or more as a std::string (libc++ 18, wasm32): with those,
/// a report would be larger than 0.45 of its response.
class TextArena {
 public:
  /// Where a text lies; `nowhere` is never given out.
  using Address = std::uint32_t;
  static constexpr Address nowhere = std::numeric_limits<Address>::max();

  /// Stores a copy of `text`. Throws std::bad_alloc when memory or addresses (2 GiB of text) run out.
  [[nodiscard]] Address append(std::string_view text);

  /// The text stored at `address`, borrowed until the arena is changed.
  [[nodiscard]] std::string_view at(Address address) const;

  /// Gives the last chunk's unused room back.
  void shrinkToFit();

 private:
  [[nodiscard]] Address appendLarge(std::string_view text);

  std::vector<std::string> chunks_;
  std::vector<std::string> large_;
};

}  // namespace koodrive
