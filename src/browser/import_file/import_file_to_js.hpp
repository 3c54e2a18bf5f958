#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "browser/border/js_values.hpp"
#include "core/import_file/file_encoding.hpp"
#include "core/import_file/name_match.hpp"
#include "core/import_file/run_comparison.hpp"

// The parts of an import file, a match and a comparison as Embind value objects.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsFileEncoding)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumbers)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTexts)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsAmbiguousNames)

/// Failures, and the lines of the rows that bear their name: see `AmbiguousName`.
struct AmbiguousNameRecord {
  JsNumbers positions{emscripten::val::undefined()};
  JsNumbers lines{emscripten::val::undefined()};
};

/// Positions of failures by what became of them, and those of the earlier failures that are gone.
struct ComparisonRecord {
  JsNumbers newFailures{emscripten::val::undefined()};
  JsNumbers sameReason{emscripten::val::undefined()};
  JsNumbers otherReason{emscripten::val::undefined()};
  JsNumbers unclear{emscripten::val::undefined()};
  JsNumbers noLongerFailing{emscripten::val::undefined()};
};

/// A Uint32Array with a copy of `numbers`.
[[nodiscard]] JsNumbers toJs(std::span<const std::uint32_t> numbers);
[[nodiscard]] JsTexts toJs(const std::vector<std::string>& texts);
[[nodiscard]] ComparisonRecord toJs(const RunComparison& comparison);

[[nodiscard]] FileEncoding fileEncodingFrom(const JsFileEncoding& name);

}  // namespace koodrive
