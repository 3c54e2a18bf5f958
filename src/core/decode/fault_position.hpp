#pragma once

#include <cstddef>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// Bytes of the UTF-8 byte order mark that `body` begins with: 3 or 0.
[[nodiscard]] std::size_t byteOrderMarkLength(std::string_view body) noexcept;

/// Where the token begins that made a parser give up after it had taken `consumed` ≤ body.size() bytes, all
/// tokens before it being sound JSON tokens.
[[nodiscard]] std::size_t faultyTokenOffset(std::string_view body, std::size_t consumed) noexcept;

/// Whether what is wrong with the faulty token that `token` begins with, more text behind it, is that it is
/// no Unicode: ill-formed UTF-8, or the escape sequence of a surrogate without its other half.
[[nodiscard]] bool isUnicodeFault(std::string_view token) noexcept;

/// The line and column of the byte at `offset` ≤ body.size().
[[nodiscard]] TextPosition positionAt(std::string_view body, std::size_t offset) noexcept;

}  // namespace koodrive
