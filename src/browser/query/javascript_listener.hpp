#pragma once

#include <emscripten/val.h>

#include <string>
#include <string_view>
#include <utility>

#include "browser/border/outcome.hpp"
#include "browser/query/pending_query.hpp"
#include "browser/query/query_to_js.hpp"

namespace koodrive {

/// The TypeScript type of the JavaScript callbacks of a query whose answer has the type `answerType`:
/// needAccessToken(refused), needSignature(request), progress(progress) and settle(outcome). None of them may
/// throw.
[[nodiscard]] inline std::string queryCallbacksType(std::string_view answerType) {
  return "{ needAccessToken(refused: boolean): void;"
         " needSignature(request: { canonicalRequest: string, url: string, headers: Record<string, string> "
         "}): void;"
         " progress(progress: QueryProgress): void;"
         " settle(outcome: " +
         outcomeType(std::string("{ answer: ")
                         .append(answerType)
                         .append(", traceId: string, requestId: string | undefined }")) +
         "): void }";
}

/// Forwards the events of a query to the JavaScript callbacks.
class JavaScriptListener final : public QueryListener {
 public:
  explicit JavaScriptListener(emscripten::val callbacks) : callbacks_(std::move(callbacks)) {}

  void needAccessToken(bool refused) override { callbacks_.call<void>("needAccessToken", refused); }
  void needSignature(const HttpRequest& request, const std::string& canonicalRequest) override {
    callbacks_.call<void>("needSignature", toJs(request, canonicalRequest));
  }
  void progress(const QueryProgress& progress) override { callbacks_.call<void>("progress", toJs(progress)); }
  void settle(Result<ReceivedAnswer> outcome) override {
    callbacks_.call<void>("settle", toJs(std::move(outcome)));
  }

 private:
  emscripten::val callbacks_;
};

}  // namespace koodrive
