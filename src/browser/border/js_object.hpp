#pragma once

#include <emscripten/val.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koodrive {

/// A plain JavaScript object in the making. Absent values are undefined.
class Record {
 public:
  Record& add(const char* name, const emscripten::val& value);
  Record& add(const char* name, bool flag);
  Record& add(const char* name, std::string_view text);
  Record& add(const char* name, const std::string& text) { return add(name, std::string_view(text)); }
  Record& add(const char* name, std::optional<std::string_view> text);
  Record& add(const char* name, double number);
  Record& add(const char* name, std::optional<std::uint64_t> count);
  /// Counts are numbers: 2^53-1 fits, and none is larger.
  template <std::integral Count>
  Record& add(const char* name, Count count) {
    return add(name, static_cast<double>(count));
  }

  [[nodiscard]] const emscripten::val& object() const noexcept { return object_; }

 private:
  emscripten::val object_ = emscripten::val::object();
};

/// Appends to a JavaScript array.
void push(const emscripten::val& array, const emscripten::val& value);

}  // namespace koodrive
