#pragma once

#include <emscripten/val.h>

#include <string>
#include <utility>

#include "browser/border/outcome.hpp"
#include "browser/query/pending_query.hpp"
#include "browser/query/query_to_js.hpp"

namespace koodrive {

/// The JavaScript callbacks of a query: needAccessToken(refused), needSignature(request), progress(progress)
/// and settle(outcome). None of them may throw.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsQueryCallbacks)

/// The TypeScript type of the callbacks.
[[nodiscard]] inline std::string queryCallbacksType() {
  return "{ needAccessToken(refused: boolean): void;"
         " needSignature(request: { canonicalRequest: string, url: string, headers: Record<string, string> "
         "}): void;"
         " progress(progress: QueryProgress): void;"
         " settle(outcome: " +
         outcomeType("{ report: ReportHandle, traceId: string }") + "): void }";
}

/// Forwards the events of a query to the JavaScript callbacks.
class JavaScriptListener final : public QueryListener {
 public:
  explicit JavaScriptListener(JsQueryCallbacks callbacks) : callbacks_(std::move(callbacks)) {}

  void needAccessToken(bool refused) override { callbacks_.call<void>("needAccessToken", refused); }
  void needSignature(const HttpRequest& request, const std::string& canonicalRequest) override {
    callbacks_.call<void>("needSignature", toJs(request, canonicalRequest));
  }
  void progress(const QueryProgress& progress) override { callbacks_.call<void>("progress", toJs(progress)); }
  void settle(Result<ReceivedReport> outcome) override {
    callbacks_.call<void>("settle", toJs(std::move(outcome)));
  }

 private:
  JsQueryCallbacks callbacks_;
};

}  // namespace koodrive
