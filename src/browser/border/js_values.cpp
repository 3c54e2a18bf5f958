#include "browser/border/js_values.hpp"

namespace koodrive {

using emscripten::val;

JsText toJs(std::string_view text) {
  return JsText(val(std::string(text)));
}

JsOptionalText toJs(std::optional<std::string_view> text) {
  return JsOptionalText(text ? val(std::string(*text)) : val::undefined());
}

JsOptionalText presentText(std::string_view text) {
  return toJs(text.empty() ? std::nullopt : std::optional(text));
}

JsOptionalNumber toJs(std::optional<std::uint64_t> count) {
  return JsOptionalNumber(count ? val(static_cast<double>(*count)) : val::undefined());
}

std::string unionOf(std::span<const std::string_view> names) {
  std::string type;
  for (const auto name : names) {
    type.append(type.empty() ? "'" : " | '").append(name).append("'");
  }
  return type;
}

}  // namespace koodrive
