#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// A reason (UTF-8), split into what reasons of one kind have in common and the parts in which they may
/// differ.
struct ReasonParts {
  /// The text with `partMark` for each part; quotation marks stay.
  std::string skeleton;
  /// The quoted and numeric parts, in order, borrowed from the text.
  std::vector<std::string_view> parts;

  /// Occurs in no UTF-8.
  static constexpr char partMark = '\xFF';
};

/// Splits `text` in linear time; what `result` held is overwritten, its memory used again.
void splitReason(std::string_view text, ReasonParts& result);

}  // namespace koodrive
