#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/request/http.hpp"

namespace koodrive {

/// Why a request ended without a readable response.
enum class FetchFailure : std::uint8_t {
  Unreachable,  ///< no connection, or blocked by CORS or the page's CSP: browsers do not tell scripts which
  TooLarge,     ///< the body exceeds the limit
  OutOfMemory,  ///< the body is within the limit, but there is not enough memory for it
};

/// A completely received response with any status.
struct FetchedResponse {
  int status = 0;
  std::unique_ptr<char[]> bytes{};
  std::size_t size = 0;
  std::optional<std::string> date{};
  std::optional<std::string> retryAfter{};
  std::optional<std::string> requestId{};

  [[nodiscard]] HttpResponse view() const {
    return {.status = status,
            .body = {bytes.get(), size},
            .date = date,
            .retryAfter = retryAfter,
            .requestId = requestId};
  }
};

using FetchOutcome = std::expected<FetchedResponse, FetchFailure>;

/// Receives the events of a request. Either function may destroy the `FetchAttempt`.
class FetchListener {
 public:
  virtual ~FetchListener() = default;
  /// Bytes received so far, and the total where the server states it.
  virtual void onProgress(std::uint64_t received, std::optional<std::uint64_t> total) = 0;
  /// Called at most once.
  virtual void onFetched(FetchOutcome outcome) = 0;
};

/// One request sent with emscripten_fetch. Destroying it cancels the request; the listener is not called
/// again.
class FetchAttempt {
 public:
  /// Sends `request`, whose URL and headers have been validated. A body of more than `maxResponseBytes` is
  /// not copied into the module's memory.
  FetchAttempt(const HttpRequest& request, std::uint64_t maxResponseBytes, FetchListener& listener);
  ~FetchAttempt();
  FetchAttempt(const FetchAttempt&) = delete;
  FetchAttempt& operator=(const FetchAttempt&) = delete;
  FetchAttempt(FetchAttempt&&) = delete;
  FetchAttempt& operator=(FetchAttempt&&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace koodrive
