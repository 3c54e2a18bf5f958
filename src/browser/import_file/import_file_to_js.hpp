#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "browser/border/js_values.hpp"
#include "core/import_file/csv_records.hpp"
#include "core/import_file/name_match.hpp"
#include "core/import_file/run_comparison.hpp"

// Records, matches and comparisons as plain JavaScript objects.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumbers)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTexts)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatch)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsComparison)

/// The TypeScript type of a match. By failure: its row in the file, 4294967295 if it has none, and the place
/// of its `MatchStrength` among them. Then the ambiguous names: see `AmbiguousName`.
inline constexpr const char* matchType =
    "{ column: number | undefined, rowOf: Uint32Array, strengthOf: Uint32Array, "
    "ambiguous: { positions: Uint32Array, rows: Uint32Array }[] }";

/// The TypeScript type of a comparison. By failure: the place of its `FailureChange` among them,
/// and the position of the earlier failure with the strength of that match.
inline constexpr const char* comparisonType =
    "{ changes: Uint32Array, rowOf: Uint32Array, strengthOf: Uint32Array, noLongerFailing: Uint32Array }";

/// A Uint32Array with a copy of `numbers`.
[[nodiscard]] JsNumbers toJs(std::span<const std::uint32_t> numbers);
/// All fields of a record.
[[nodiscard]] JsTexts toJs(CsvFields fields);
[[nodiscard]] JsMatch toJs(const NameMatch& match, std::optional<std::size_t> column);
[[nodiscard]] JsComparison toJs(const RunComparison& comparison);

}  // namespace koodrive
