#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace koodrive {

/// What two spellings of a name have in common: `name` (UTF-8) without blanks and zero-width characters at
/// both ends, after Unicode simple case folding, with the full-width forms of ASCII characters (U+FF01 …
/// U+FF5E) folded to those.
[[nodiscard]] std::string nameKey(std::string_view name);

/// Whether `text` is there and shows more than blanks: without that nobody can be told by it.
[[nodiscard]] bool isName(const std::optional<std::string_view>& text) noexcept;

/// `name` without the "@" and the domain after it. Without an "@", or with nothing before it, all of `name`.
[[nodiscard]] std::string_view withoutDomain(std::string_view name) noexcept;

}  // namespace koodrive
