#include "browser/border/js_object.hpp"

#include "browser/border/js_values.hpp"

namespace koodrive {

using emscripten::val;

JsObject& JsObject::set(const char* name, const val& value) {
  object_.set(name, value);
  return *this;
}

JsObject& JsObject::set(const char* name, bool flag) {
  return set(name, val(flag));
}

JsObject& JsObject::set(const char* name, double number) {
  return set(name, val(number));
}

JsObject& JsObject::set(const char* name, std::string_view text) {
  return set(name, val(toJs(text)));
}

JsObject& JsObject::set(const char* name, std::optional<std::string_view> text) {
  return text ? set(name, *text) : set(name, val::undefined());
}

JsObject& JsObject::set(const char* name, std::optional<std::uint64_t> count) {
  return count ? set(name, static_cast<double>(*count)) : set(name, val::undefined());
}

void push(const val& array, const val& value) {
  array.call<void>("push", value);
}

}  // namespace koodrive
