#include "core/detail/json_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace koodrive::detail {

/// Reads the body in place and notes when the parser has seen its end: nlohmann/json takes a NUL for the end,
/// too.
class BodyIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  BodyIterator(const char* at, bool& endSeen) noexcept : at_(at), endSeen_(&endSeen) {}

  reference operator*() const noexcept { return *at_; }
  BodyIterator& operator++() noexcept {
    ++at_;
    return *this;
  }
  friend bool operator==(const BodyIterator& left, const BodyIterator& right) noexcept {
    const bool equal = left.at_ == right.at_;
    if (equal) [[unlikely]] {
      *left.endSeen_ = true;
    }
    return equal;
  }

 private:
  const char* at_;
  bool* endSeen_;
};

using Json =
    nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, double>;
using BodyAdapter = nlohmann::detail::iterator_input_adapter<BodyIterator>;

}  // namespace koodrive::detail

// The library leaves these parts of it to us for our input. What it would do in them is never read here, and
// brings half of a C library into the module: conversion of fractions, printf.

/// Fractions are known by their text. None is too large: a member that nobody reads must not refuse the
/// answer for being 1e400.
template <>
[[gnu::nonnull]] inline void
nlohmann::detail::lexer<koodrive::detail::Json, koodrive::detail::BodyAdapter>::strtof(double& value,
                                                                                       const char* text,
                                                                                       char** end) noexcept {
  value = 0;
  // The C library returns its argument in the same way.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  *end = const_cast<char*>(text) + std::strlen(text);
}

/// What is read is not kept for messages, nor are its lines counted.
template <>
inline auto nlohmann::detail::lexer<koodrive::detail::Json, koodrive::detail::BodyAdapter>::get()
    -> char_int_type {
  ++position.chars_read_total;
  if (next_unget) {
    next_unget = false;
  } else {
    current = ia.get_character();
  }
  return current;
}

template <>
inline void nlohmann::detail::lexer<koodrive::detail::Json, koodrive::detail::BodyAdapter>::unget() {
  next_unget = true;
  --position.chars_read_total;
}

template <>
inline void nlohmann::detail::lexer<koodrive::detail::Json, koodrive::detail::BodyAdapter>::reset() noexcept {
  token_buffer.clear();
}

/// Messages never quote the response.
template <>
inline std::string
nlohmann::detail::lexer<koodrive::detail::Json, koodrive::detail::BodyAdapter>::get_token_string() const {
  return {};
}

template <>
inline std::string
nlohmann::detail::parser<koodrive::detail::Json, koodrive::detail::BodyAdapter>::exception_message(
    const token_type /*expected*/, const std::string& /*context*/) {
  return m_lexer.get_error_message();
}

namespace koodrive::detail {

bool readJson(std::string_view body, TaskResultSax& sax) {
  bool endSeen = false;
  const BodyIterator first(std::to_address(body.begin()), endSeen);
  const BodyIterator last(std::to_address(body.end()), endSeen);
  return Json::sax_parse(first, last, &sax) && endSeen;
}

}  // namespace koodrive::detail
