#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "browser/pending_query.hpp"

namespace koodrive {

/// Runs queries side by side; each is known by its id.
class TaskResultClient {
 public:
  using QueryId = std::uint32_t;

  /// Starts a query. `callbacks.settle` may be called before this returns, where the options are refused.
  QueryId start(QueryOptions options, QueryCallbacks callbacks);

  /// Hands over the access token that query `id` asked for; a query that has ended ignores it.
  void authorize(QueryId id, const std::string& accessToken);

  /// Ends query `id` without a further callback; nothing of it runs on. Returns what it had sent by then. A
  /// query that has ended ignores it.
  AttemptsMade cancel(QueryId id);

  [[nodiscard]] std::size_t liveQueries() const noexcept { return queries_.size(); }

 private:
  QueryId lastId_ = 0;
  std::map<QueryId, std::shared_ptr<PendingQuery>> queries_;
};

}  // namespace koodrive
