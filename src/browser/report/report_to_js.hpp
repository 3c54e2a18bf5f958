#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "browser/border/js_options.hpp"
#include "browser/border/js_values.hpp"
#include "core/report/import_report.hpp"
#include "core/view/report_view.hpp"

// The parts of a report as Embind value objects.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlaces)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReasons)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReasonPatterns)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFailInfoList)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRows)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRowPositions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsWarnings)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOddities)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsProvenance)

/// KooDrive's `UserImportResultDto` without `failInfoList`, which `ReportHandle::failInfoList` reads in
/// slices.
struct ResultRecord {
  JsOptionalNumber successCount{emscripten::val::undefined()};
  double failCount = 0;
};

/// KooDrive's `UserImportFailInfo`.
struct FailInfoRecord {
  JsOptionalText userName{emscripten::val::undefined()};
  JsOptionalText desc{emscripten::val::undefined()};
};

/// A failure and its 0-based index in the response.
struct RowRecord {
  double position = 0;
  JsOptionalText userName{emscripten::val::undefined()};
  JsOptionalText desc{emscripten::val::undefined()};
};

struct ReasonRecord {
  JsOptionalText desc{emscripten::val::undefined()};
  double count = 0;
};

/// A group of similar reasons; `reasons` are indexes into the list of all reasons.
struct ReasonPatternRecord {
  JsText pattern{emscripten::val::undefined()};
  double count = 0;
  JsPlaces reasons{emscripten::val::undefined()};
};

/// A `Provenance` as a JavaScript object: see `provenanceType`. Texts are empty where nothing is known.
[[nodiscard]] JsProvenance toJs(const Provenance& provenance);
[[nodiscard]] Provenance provenanceFrom(const JsProvenance& object);
/// Its TypeScript type.
extern const char* const provenanceType;

[[nodiscard]] FailInfoRecord toJs(const UserImportFailInfo& info);
[[nodiscard]] RowRecord toJs(std::size_t position, const UserImportFailInfo& info);
[[nodiscard]] ReasonRecord toJs(const ReasonCount& reason);

/// A warning as a JavaScript object. Which members it has depends on its kind: see `warningsType`.
[[nodiscard]] emscripten::val toJs(const Warning& warning);

/// The TypeScript type of an array of warnings.
extern const char* const warningsType;

/// The name of the sort column: `position`, `userName`, `desc` or `line`; empty for a value that is no
/// enumerator.
[[nodiscard]] std::string_view toString(SortBy sortBy) noexcept;
/// The kind of a warning called `name`; absent if there is none.
[[nodiscard]] std::optional<Warning::Kind> warningKindFrom(std::string_view name);

[[nodiscard]] SortBy sortByFrom(const JsSortBy& name);

}  // namespace koodrive
