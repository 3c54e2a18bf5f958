#pragma once

#include <emscripten/val.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>

namespace koodrive {

/// Builds a plain JavaScript object. Absent values become undefined.
class JsObject {
 public:
  JsObject& set(const char* name, const emscripten::val& value);
  JsObject& set(const char* name, bool flag);
  JsObject& set(const char* name, double number);
  JsObject& set(const char* name, std::string_view text);
  JsObject& set(const char* name, std::optional<std::string_view> text);
  JsObject& set(const char* name, std::optional<std::uint64_t> count);
  /// Converts a count to a JavaScript number, without loss because no count exceeds 2^53-1.
  template <std::integral Count>
  JsObject& set(const char* name, Count count) {
    return set(name, static_cast<double>(count));
  }

  /// The finished object; the generated declarations give it the type `Type`.
  template <class Type>
  [[nodiscard]] Type as() const {
    return Type(object_);
  }

 private:
  emscripten::val object_ = emscripten::val::object();
};

/// Appends to a JavaScript array.
void push(const emscripten::val& array, const emscripten::val& value);

}  // namespace koodrive
