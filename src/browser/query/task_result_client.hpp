#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "browser/query/pending_query.hpp"

namespace koodrive {

/// Runs any number of queries concurrently; each has an id.
class TaskResultClient final : public QueryOwner {
 public:
  using QueryId = std::uint32_t;
  /// An id that no query ever has.
  static constexpr QueryId noQuery = 0;

  /// Starts a query. It may settle, and so call `listener`, before this function returns.
  QueryId start(QueryOptions options, std::unique_ptr<QueryListener> listener);

  /// Hands over the access token that query `id` asked for; a query that has ended ignores it.
  void provideAccessToken(QueryId id, const std::string& token);

  /// Hands over the Authorization value that query `id` asked for; a query that has ended ignores it.
  void provideAuthorization(QueryId id, const std::string& authorization);

  /// Cancels query `id` and returns the attempts it had sent; its listener is not called again. A query that
  /// has ended ignores it.
  AttemptsMade cancel(QueryId id);

  [[nodiscard]] std::size_t liveQueries() const noexcept { return queries_.size(); }

 private:
  struct LiveQuery {
    QueryId id;
    std::shared_ptr<PendingQuery> query;
  };

  /// The query, or null when it has ended.
  [[nodiscard]] std::shared_ptr<PendingQuery> find(QueryId id) const;
  void release(const PendingQuery& query) override;

  QueryId lastId_ = noQuery;
  std::vector<LiveQuery> queries_;
};

}  // namespace koodrive
