#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "browser/query/pending_query.hpp"

namespace koodrive {

/// Runs queries side by side; each is known by its id.
class TaskResultClient final : public QueryOwner {
 public:
  using QueryId = std::uint32_t;
  /// The id of no query.
  static constexpr QueryId noQuery = 0;

  /// Starts a query. `listener` may hear of its end before this returns.
  QueryId start(QueryOptions options, std::unique_ptr<QueryListener> listener);

  /// Hands over the access token that query `id` asked for; a query that has ended ignores it.
  void provideAccessToken(QueryId id, const std::string& token);

  /// Hands over the Authorization value that query `id` asked for; a query that has ended ignores it.
  void provideAuthorization(QueryId id, const std::string& authorization);

  /// Ends query `id` without a further word to its listener; nothing of it runs on. Returns what it had sent
  /// by then. A query that has ended ignores it.
  AttemptsMade cancel(QueryId id);

  [[nodiscard]] std::size_t liveQueries() const noexcept { return queries_.size(); }

 private:
  struct LiveQuery {
    QueryId id;
    std::shared_ptr<PendingQuery> query;
  };

  /// The query, or null where it has ended.
  [[nodiscard]] std::shared_ptr<PendingQuery> find(QueryId id) const;
  void release(const PendingQuery& query) override;

  QueryId lastId_ = noQuery;
  std::vector<LiveQuery> queries_;
};

}  // namespace koodrive
