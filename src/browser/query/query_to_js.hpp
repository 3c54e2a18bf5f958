#pragma once

#include <emscripten/val.h>

#include <optional>
#include <string>
#include <string_view>

#include "browser/border/js_options.hpp"
#include "browser/border/js_values.hpp"
#include "browser/query/pending_query.hpp"
#include "core/error.hpp"

// Converts a query's options from JavaScript values, and its events to JavaScript values.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsQueryPhase)

struct AttemptsRecord {
  double attempts = 0;
  JsOptionalText traceId{emscripten::val::undefined()};
};

struct QueryProgressRecord {
  JsQueryPhase phase{emscripten::val::undefined()};
  double attempt = 0;
  double receivedBytes = 0;
  JsOptionalNumber totalBytes{emscripten::val::undefined()};
  double waitMs = 0;
};

/// The phase's name: `connecting`, `receiving`, …; empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(QueryProgress::Phase phase) noexcept;

[[nodiscard]] AttemptsRecord toJs(const AttemptsMade& attempts);
[[nodiscard]] QueryProgressRecord toJs(const QueryProgress& progress);
/// The argument of `needSignature`, { canonicalRequest, url, headers }: see `queryCallbacksType`.
[[nodiscard]] emscripten::val toJs(const HttpRequest& request, const std::string& canonicalRequest);
/// The argument of `settle`, an outcome with the value { answer, traceId, requestId }: see
/// `queryCallbacksType`.
[[nodiscard]] emscripten::val toJs(Result<ReceivedAnswer> outcome);

/// What to ask for, and how to read the answer.
struct QueryTarget {
  TaskCall call = TaskCall::Result;
  TaskListFilter filter{};
  AnswerDecoder decoder = nullptr;
};

/// Validates the options. Errors: InvalidRequest naming the option.
[[nodiscard]] Result<QueryOptions> queryOptionsFrom(const QueryRecord& record, QueryTarget target);

}  // namespace koodrive
