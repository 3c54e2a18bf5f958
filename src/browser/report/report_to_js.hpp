#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "browser/border/js_options.hpp"
#include "browser/border/js_values.hpp"
#include "core/report/import_report.hpp"
#include "core/view/report_view.hpp"

// What JavaScript sees of a report.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlaces)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReasons)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReasonPatterns)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFailInfoList)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRows)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsWarnings)

/// The vendor's `UserImportResultDto`; its `failInfoList` is read in windows by a function of its own.
struct ResultRecord {
  JsOptionalNumber successCount{emscripten::val::undefined()};
  double failCount = 0;
};

/// The vendor's `UserImportFailInfo`.
struct FailInfoRecord {
  JsOptionalText userName{emscripten::val::undefined()};
  JsOptionalText desc{emscripten::val::undefined()};
};

/// A failure and its 0-based place in the answer.
struct RowRecord {
  double position = 0;
  JsOptionalText userName{emscripten::val::undefined()};
  JsOptionalText desc{emscripten::val::undefined()};
};

struct ReasonRecord {
  JsOptionalText desc{emscripten::val::undefined()};
  double count = 0;
};

/// `reasons`: places in the list of all reasons.
struct ReasonPatternRecord {
  JsText pattern{emscripten::val::undefined()};
  double count = 0;
  JsPlaces reasons{emscripten::val::undefined()};
};

[[nodiscard]] FailInfoRecord toJs(const UserImportFailInfo& info);
[[nodiscard]] RowRecord toJs(std::size_t position, const UserImportFailInfo& info);
[[nodiscard]] ReasonRecord toJs(const ReasonCount& reason);

/// The members of a warning are those that its kind tells of, see `warningsType`.
[[nodiscard]] emscripten::val toJs(const Warning& warning);

/// The TypeScript type of an array of warnings.
extern const char* const warningsType;

/// `position`, `userName` or `desc`; nothing for what is no enumerator.
[[nodiscard]] std::string_view toString(SortBy sortBy) noexcept;
[[nodiscard]] SortBy sortByFrom(const JsSortBy& name);

}  // namespace koodrive
