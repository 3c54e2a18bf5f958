#include "core/decode/json_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace koodrive {

/// The lexer's input: the body, in place. Notes when the parser has seen its end: nlohmann/json takes a NUL
/// for the end, too.
class BodyAdapter {
 public:
  using char_type = char;

  BodyAdapter(std::string_view body, bool& endSeen) noexcept
      : at_(body.data()), end_(body.data() + body.size()), size_(body.size()), endSeen_(&endSeen) {}

  std::char_traits<char>::int_type get_character() noexcept {
    if (at_ != end_) [[likely]] {
      return std::char_traits<char>::to_int_type(*at_++);
    }
    *endSeen_ = true;
    return std::char_traits<char>::eof();
  }

  /// Takes back what was given out last.
  void unget_character(std::char_traits<char>::int_type last) noexcept {
    if (last == std::char_traits<char>::eof()) {
      *endSeen_ = false;
    } else {
      --at_;
    }
  }

  /// Bytes given out so far; the end counts as one.
  [[nodiscard]] constexpr std::size_t consumed() const noexcept {
    return size_ - static_cast<std::size_t>(end_ - at_) + (*endSeen_ ? 1 : 0);
  }

 private:
  const char* at_;
  const char* end_;
  std::size_t size_;
  bool* endSeen_;
};

using Json =
    nlohmann::basic_json<std::map, std::vector, TokenText, bool, std::int64_t, std::uint64_t, double>;

}  // namespace koodrive

// The library leaves these parts of it to us for our input. What it would do in them is never read here, and
// brings half of a C library into the module: conversion of fractions, printf.

/// Fractions are known by their text. None is too large: a member that nobody reads must not refuse the
/// answer for being 1e400.
template <>
[[gnu::nonnull]] inline void nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::strtof(
    double& value, const char* text, char** end) noexcept {
  value = 0;
  // The C library returns its argument in the same way.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  *end = const_cast<char*>(text) + std::strlen(text);
}

template <>
constexpr double nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::get_number_float()
    const noexcept {
  return 0;
}

/// Comments are no JSON, so that none is ever looked for.
template <>
inline bool nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::scan_comment() {
  return false;
}

/// What is read is neither counted, for the input knows, nor kept for messages.
template <>
inline auto nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::get() -> char_int_type {
  current = ia.get_character();
  return current;
}

template <>
inline void nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::unget() {
  ia.unget_character(current);
}

/// As in the library, which tells the beginning by the count that is not kept here.
template <>
inline bool nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::skip_bom() {
  position.chars_read_total = 1;
  if (get() == 0xEF) {
    return get() == 0xBB && get() == 0xBF;
  }
  unget();
  return true;
}

template <>
constexpr nlohmann::detail::position_t
nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::get_position() const noexcept {
  position_t reached;
  reached.chars_read_total = ia.consumed();
  return reached;
}

template <>
inline void nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::reset() noexcept {
  token_buffer.clear();
}

/// Messages never quote the response.
template <>
inline std::string nlohmann::detail::lexer<koodrive::Json, koodrive::BodyAdapter>::get_token_string() const {
  return {};
}

template <>
[[gnu::noinline, gnu::cold]] inline std::string
nlohmann::detail::parser<koodrive::Json, koodrive::BodyAdapter>::exception_message(
    const token_type /*expected*/, const std::string& /*context*/) {
  return m_lexer.get_error_message();
}

template <>
[[gnu::noinline, gnu::cold]] inline nlohmann::detail::parse_error
nlohmann::detail::parse_error::create<std::nullptr_t, 0>(int id_, const position_t& pos,
                                                         const std::string& what_arg,
                                                         std::nullptr_t /*context*/) {
  return {id_, pos.chars_read_total, what_arg.c_str()};
}

namespace koodrive {

bool readJson(std::string_view body, TaskResultSax& sax) {
  bool endSeen = false;
  // What Json::sax_parse does for text; it would ask of TokenText what binary formats need.
  nlohmann::detail::parser<Json, BodyAdapter> parser(BodyAdapter(body, endSeen), nullptr, false);
  return parser.sax_parse(&sax) && endSeen;
}

}  // namespace koodrive
