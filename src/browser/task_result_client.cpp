#include "browser/task_result_client.hpp"

#include <utility>

namespace koodrive {

TaskResultClient::QueryId TaskResultClient::start(QueryOptions options, QueryCallbacks callbacks) {
  const auto id = ++lastId_;
  callbacks.settle = [this, id, settle = std::move(callbacks.settle)](Result<ReceivedReport> outcome) {
    const auto ending = queries_.extract(id);  // keeps the query alive until its callback has returned
    settle(std::move(outcome));
  };
  const auto query = std::make_shared<PendingQuery>(std::move(options), std::move(callbacks));
  queries_.emplace(id, query);
  query->start();
  return id;
}

void TaskResultClient::authorize(QueryId id, const std::string& accessToken) {
  if (const auto found = queries_.find(id); found != queries_.end()) {
    const auto query = found->second;
    query->authorize(accessToken);
  }
}

AttemptsMade TaskResultClient::cancel(QueryId id) {
  const auto ending = queries_.extract(id);
  if (!ending) {
    return {};
  }
  ending.mapped()->cancel();
  return ending.mapped()->attemptsMade();
}

}  // namespace koodrive
