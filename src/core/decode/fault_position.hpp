#pragma once

#include <cstddef>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// The length of the UTF-8 byte order mark at the beginning of `body`: 3 bytes, or 0 if there is none.
[[nodiscard]] std::size_t byteOrderMarkLength(std::string_view body) noexcept;

/// The offset of the faulty token, given that a parser stopped after reading `consumed` ≤ body.size() bytes.
/// All tokens before it must be valid JSON tokens.
[[nodiscard]] std::size_t faultyTokenOffset(std::string_view body, std::size_t consumed) noexcept;

/// Whether the faulty token at the beginning of `token` is faulty because it is not Unicode: ill-formed
/// UTF-8, or the escape sequence of a lone surrogate. More text may follow the token.
[[nodiscard]] bool isUnicodeFault(std::string_view token) noexcept;

/// The line and column of the byte at `offset` ≤ body.size().
[[nodiscard]] TextPosition positionAt(std::string_view body, std::size_t offset) noexcept;

}  // namespace koodrive
