#pragma once

#include <emscripten/val.h>

#include <cstddef>

#include "browser/border/js_options.hpp"
#include "browser/query/pending_query.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

// What goes over the border to JavaScript: plain objects whose members are those that the facade hands on.
namespace koodrive {

/// { attempts, traceId }
[[nodiscard]] emscripten::val toRecord(const AttemptsMade& attempts);
/// The `Failure` of web/client/errors.js.
[[nodiscard]] emscripten::val toRecord(const Error& error);
/// { phase, attempt, receivedBytes, totalBytes, waitMs }
[[nodiscard]] emscripten::val toRecord(const QueryProgress& progress);
/// A `ReportWarning`: its kind and what that kind tells.
[[nodiscard]] emscripten::val toRecord(const Warning& warning);
/// { desc, count }
[[nodiscard]] emscripten::val toRecord(const ReasonCount& reason);
/// { position, userName, desc }
[[nodiscard]] emscripten::val toRecord(std::size_t position, const UserImportFailInfo& info);
[[nodiscard]] QueryOptions fromRecord(const QueryRecord& record);

}  // namespace koodrive
