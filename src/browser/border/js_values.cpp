#include "browser/border/js_values.hpp"

namespace koodrive {

using emscripten::val;

namespace {

val newDecoder() {
  auto options = val::object();
  options.set("ignoreBOM", true);  // which means: keep it, as a character of the text
  return val::global("TextDecoder").new_(val::u8string("utf-8"), options);
}

}  // namespace

JsText toJs(std::string_view text) {
  static const val decoder = newDecoder();
  return JsText(decoder.call<val>("decode", emscripten::typed_memory_view(text.size(), text.data())));
}

JsOptionalText toJs(std::optional<std::string_view> text) {
  return JsOptionalText(text ? val(toJs(*text)) : val::undefined());
}

JsOptionalText presentText(std::string_view text) {
  return toJs(text.empty() ? std::nullopt : std::optional(text));
}

JsOptionalNumber toJs(std::optional<std::uint64_t> count) {
  return JsOptionalNumber(count ? val(static_cast<double>(*count)) : val::undefined());
}

std::string textFrom(const val& text) {
  const val bytes = val::global("TextEncoder").new_().call<val>("encode", text);
  // Embind takes the bytes of this realm's Uint8Array only; jsdom's TextEncoder makes one of another realm.
  return val::global("Uint8Array").new_(bytes).as<std::string>();
}

std::string unionOf(std::span<const std::string_view> names) {
  std::string type;
  for (const auto name : names) {
    type.append(type.empty() ? "'" : " | '").append(name).append("'");
  }
  return type;
}

}  // namespace koodrive
