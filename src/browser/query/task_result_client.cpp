#include "browser/query/task_result_client.hpp"

#include <algorithm>
#include <utility>

namespace koodrive {

TaskResultClient::QueryId TaskResultClient::start(QueryOptions options,
                                                  std::unique_ptr<QueryListener> listener) {
  const auto id = ++lastId_;
  const auto query = std::make_shared<PendingQuery>(std::move(options), std::move(listener), *this);
  queries_.push_back({.id = id, .query = query});
  query->start();
  return id;
}

void TaskResultClient::provideAccessToken(QueryId id, const std::string& token) {
  if (const auto query = find(id)) {
    query->provideAccessToken(token);
  }
}

void TaskResultClient::provideAuthorization(QueryId id, const std::string& authorization) {
  if (const auto query = find(id)) {
    query->provideAuthorization(authorization);
  }
}

AttemptsMade TaskResultClient::cancel(QueryId id) {
  const auto query = find(id);
  if (!query) {
    return {};
  }
  release(*query);
  query->cancel();
  return query->attemptsMade();
}

std::shared_ptr<PendingQuery> TaskResultClient::find(QueryId id) const {
  const auto found = std::ranges::find(queries_, id, &LiveQuery::id);
  return found == queries_.end() ? nullptr : found->query;
}

void TaskResultClient::release(const PendingQuery& query) {
  std::erase_if(queries_, [&query](const LiveQuery& live) { return live.query.get() == &query; });
}

}  // namespace koodrive
