#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// A text to search for in many others, ignoring case by Unicode simple case folding. Nothing else is
/// ignored: white space counts, and texts are not normalised (NFC, NFD).
class FoldedNeedle {
 public:
  /// Prepares to search for `needle`, UTF-8. Throws std::bad_alloc when memory runs out.
  explicit FoldedNeedle(std::string_view needle);

  /// Whether `text`, UTF-8, contains the needle. Every text contains an empty one.
  [[nodiscard]] bool isIn(std::string_view text) const noexcept;

 private:
  [[nodiscard]] bool isAtBeginningOf(std::string_view text) const noexcept;

  // For each letter of the needle, the UTF-8 forms that equal it when case is ignored.
  std::vector<std::vector<std::string>> letters_;
  // The bytes that a match can begin with.
  std::bitset<256> firstBytes_;
};

}  // namespace koodrive
