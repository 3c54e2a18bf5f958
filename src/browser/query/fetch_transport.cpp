#include "browser/query/fetch_transport.hpp"

#include <emscripten/em_js.h>
#include <emscripten/fetch.h>

#include <iterator>
#include <utility>
#include <vector>

#include "browser/border/memory.hpp"

// emscripten_fetch can copy the body into the module's memory itself, but does not check whether malloc
// fails. So that copy is switched off, and this code reads the body from emscripten_fetch's XMLHttpRequest.
// It waits until the whole body has arrived, because some browsers report compressed bytes in progress
// events.
// clang-format off
EM_JS_DEPS(koodrive_fetch, "$Fetch");
EM_JS(double, koodrive_response_size, (unsigned id), {
  const xhr = Fetch.xhrs.has(id) ? Fetch.xhrs.get(id) : undefined;
  return xhr && xhr.response ? xhr.response.byteLength : 0;
});
EM_JS(void, koodrive_copy_response, (unsigned id, char* target), {
  HEAPU8.set(new Uint8Array(Fetch.xhrs.get(id).response), target);
});
// clang-format on

namespace koodrive {
namespace {

constexpr unsigned short readyStateHeadersReceived = 2;

std::string readHeaders(emscripten_fetch_t& fetch) {
  // The text is copied with a NUL, which its length includes only before Emscripten 4.0.10.
  std::string text(emscripten_fetch_get_response_headers_length(&fetch) + 1, '\0');
  emscripten_fetch_get_response_headers(&fetch, text.data(), text.size());
  text.resize(text.find('\0'));
  return text;
}

FetchOutcome takeResponse(emscripten_fetch_t& fetch, std::uint64_t maxResponseBytes) {
  const auto size = static_cast<std::uint64_t>(koodrive_response_size(fetch.id));
  if (size > maxResponseBytes) {
    return std::unexpected(FetchFailure::TooLarge);
  }
  FetchedResponse response;
  response.status = fetch.status;
  response.size = static_cast<std::size_t>(size);
  response.bytes = allocateBytes(response.size);
  if (!response.bytes) {
    return std::unexpected(FetchFailure::OutOfMemory);
  }
  const auto headers = readHeaders(fetch);
  response.date = headerIn(headers, "date");
  response.retryAfter = headerIn(headers, "retry-after");
  response.requestId = headerIn(headers, "x-request-id");
  if (response.size != 0) {
    koodrive_copy_response(fetch.id, response.bytes.get());
  }
  return response;
}

}  // namespace

struct FetchAttempt::State {
  FetchListener* listener;
  std::uint64_t maxResponseBytes = 0;
  emscripten_fetch_t* fetch = nullptr;
  bool ended = false;

  /// emscripten_fetch_close calls onError synchronously for a request in flight; `ended` makes that call a
  /// no-op.
  void close() {
    ended = true;
    if (auto* open = std::exchange(fetch, nullptr)) {
      emscripten_fetch_close(open);
    }
  }

  void end(FetchOutcome outcome) {
    close();
    listener->onFetched(std::move(outcome));  // may destroy this
  }

  static State& of(emscripten_fetch_t* fetch) { return *static_cast<State*>(fetch->userData); }

  static void onEnd(emscripten_fetch_t* fetch) {
    auto& state = of(fetch);
    if (state.ended) {
      return;
    }
    state.fetch = fetch;
    if (fetch->status == 0) {
      return state.end(std::unexpected(FetchFailure::Unreachable));
    }
    state.end(takeResponse(*fetch, state.maxResponseBytes));
  }

  static void onProgress(emscripten_fetch_t* fetch) {
    auto& state = of(fetch);
    if (state.ended) {
      return;
    }
    state.fetch = fetch;
    if (fetch->dataOffset > state.maxResponseBytes) {
      return state.end(std::unexpected(FetchFailure::TooLarge));
    }
    const auto total = fetch->totalBytes != 0 ? std::optional(fetch->totalBytes) : std::nullopt;
    state.listener->onProgress(fetch->dataOffset, total);
  }

  static void onReadyStateChange(emscripten_fetch_t* fetch) {
    auto& state = of(fetch);
    if (state.ended || fetch->readyState != readyStateHeadersReceived) {
      return;
    }
    state.listener->onProgress(0, std::nullopt);
  }
};

FetchAttempt::FetchAttempt(const HttpRequest& request, std::uint64_t maxResponseBytes,
                           FetchListener& listener)
    : state_(std::make_unique<State>(&listener, maxResponseBytes)) {
  std::vector<const char*> headers;
  for (const auto& header : request.headers) {
    headers.push_back(header.name.c_str());
    headers.push_back(header.value.c_str());
  }
  headers.push_back(nullptr);

  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  request.method.copy(std::data(attributes.requestMethod), std::size(attributes.requestMethod) - 1);
  attributes.attributes = EMSCRIPTEN_FETCH_REPLACE;
  attributes.requestHeaders = headers.data();
  attributes.userData = state_.get();
  attributes.onsuccess = State::onEnd;
  attributes.onerror = State::onEnd;
  attributes.onprogress = State::onProgress;
  attributes.onreadystatechange = State::onReadyStateChange;
  auto* const fetch = emscripten_fetch(&attributes, request.url.c_str());
  if (state_->ended) {
    return;
  }
  state_->fetch = fetch;
  if (fetch == nullptr) {
    state_->end(std::unexpected(FetchFailure::OutOfMemory));
  }
}

FetchAttempt::~FetchAttempt() {
  state_->close();
}

}  // namespace koodrive
