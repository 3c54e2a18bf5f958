#include "browser/fetch_transport.hpp"

#include <emscripten/em_js.h>
#include <emscripten/fetch.h>

#include <cctype>
#include <iterator>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

// emscripten_fetch's own copy of the body is switched off: it allocates without checking the result. The body
// is taken from its XMLHttpRequest instead, once its true size is known: progress events count compressed
// bytes in some browsers.
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
  std::string text(emscripten_fetch_get_response_headers_length(&fetch), '\0');
  emscripten_fetch_get_response_headers(&fetch, text.data(), text.size());
  return text;
}

bool equalsIgnoringCase(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) {
    return false;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(left[i])) !=
        std::tolower(static_cast<unsigned char>(right[i]))) {
      return false;
    }
  }
  return true;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<std::string> findHeader(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const auto end = headers.find('\n');
    const auto line = headers.substr(0, end);
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && equalsIgnoringCase(line.substr(0, colon), name)) {
      return std::string(trim(line.substr(colon + 1)));
    }
    if (end == std::string_view::npos) {
      break;
    }
    headers.remove_prefix(end + 1);
  }
  return std::nullopt;
}

FetchOutcome takeResponse(emscripten_fetch_t& fetch, std::uint64_t maxResponseBytes) {
  const auto size = static_cast<std::uint64_t>(koodrive_response_size(fetch.id));
  if (size > maxResponseBytes) {
    return std::unexpected(FetchFailure::TooLarge);
  }
  FetchedResponse response;
  response.status = fetch.status;
  response.size = static_cast<std::size_t>(size);
  try {
    const auto headers = readHeaders(fetch);
    response.date = findHeader(headers, "date");
    response.retryAfter = findHeader(headers, "retry-after");
    response.bytes = std::make_unique_for_overwrite<char[]>(response.size);
  } catch (const std::bad_alloc&) {
    return std::unexpected(FetchFailure::OutOfMemory);
  }
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

  /// Closing a request in flight calls onError at once; `ended` makes that call do nothing.
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
