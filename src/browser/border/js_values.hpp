#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Conversions between C++ and JavaScript values. Each type declared here has a TypeScript type of its own in
// the generated declarations; bindings.cpp gives its spelling. Texts cross the border here only: Embind's own
// conversion of std::string drops a leading byte order mark and misreads unpaired surrogates.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsText)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalText)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalNumber)

/// Converts UTF-8 text to a JavaScript string.
[[nodiscard]] JsText toJs(std::string_view text);
[[nodiscard]] JsOptionalText toJs(std::optional<std::string_view> text);
/// Converts UTF-8 text to a JavaScript string, an empty text to undefined.
[[nodiscard]] JsOptionalText presentText(std::string_view text);

/// Converts a JavaScript string to UTF-8; an unpaired surrogate becomes U+FFFD.
[[nodiscard]] std::string textFrom(const emscripten::val& text);

/// Converts a count to a JavaScript number, without loss because no count exceeds 2^53-1; absent is
/// undefined.
[[nodiscard]] JsOptionalNumber toJs(std::optional<std::uint64_t> count);

/// The TypeScript union of the string literals `names`.
[[nodiscard]] std::string unionOf(std::span<const std::string_view> names);

}  // namespace koodrive
