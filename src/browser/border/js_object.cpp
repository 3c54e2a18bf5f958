#include "browser/border/js_object.hpp"

namespace koodrive {

using emscripten::val;

Record& Record::add(const char* name, const val& value) {
  object_.set(name, value);
  return *this;
}

Record& Record::add(const char* name, bool flag) {
  return add(name, val(flag));
}

Record& Record::add(const char* name, std::string_view text) {
  return add(name, val(std::string(text)));
}

Record& Record::add(const char* name, std::optional<std::string_view> text) {
  return text ? add(name, *text) : add(name, val::undefined());
}

Record& Record::add(const char* name, double number) {
  return add(name, val(number));
}

Record& Record::add(const char* name, std::optional<std::uint64_t> count) {
  return count ? add(name, static_cast<double>(*count)) : add(name, val::undefined());
}

void push(const val& array, const val& value) {
  array.call<void>("push", value);
}

}  // namespace koodrive
