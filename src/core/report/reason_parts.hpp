#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// A reason (UTF-8), split into the skeleton that similar reasons share and the parts in which they may
/// differ.
struct ReasonParts {
  /// The text with each part replaced by `partMark`; the quotation marks around parts are kept.
  std::string skeleton;
  /// The names, addresses, quoted and numeric parts in order, borrowed from the text.
  std::vector<std::string_view> parts;
  /// Whether the text holds the given user name outside quotations.
  bool holdsName = false;

  /// A byte that never occurs in UTF-8.
  static constexpr char partMark = '\xFF';
};

/// Splits `text` in linear time into `result`, which is overwritten; its memory is reused. Each occurrence of
/// `userName` as a word of its own is a part; an empty or very long one is not looked for.
void splitReason(std::string_view text, std::string_view userName, ReasonParts& result);

}  // namespace koodrive
