#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Values of JavaScript. What has a type of its own here has it in the generated declarations, too:
// bindings.cpp says how each is written in TypeScript.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsText)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalText)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalNumber)

/// Text is UTF-8.
[[nodiscard]] JsText toJs(std::string_view text);
[[nodiscard]] JsOptionalText toJs(std::optional<std::string_view> text);
/// Nothing for an empty text.
[[nodiscard]] JsOptionalText presentText(std::string_view text);

/// Counts are numbers: 2^53-1 fits, and none is larger.
[[nodiscard]] JsOptionalNumber toJs(std::optional<std::uint64_t> count);

/// The TypeScript type of one of `names`.
[[nodiscard]] std::string unionOf(std::span<const std::string_view> names);

}  // namespace koodrive
