#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// One header field of a request; name as the API page spells it, value validated ASCII.
struct HttpHeader {
  std::string name;
  std::string value;
  friend bool operator==(const HttpHeader&, const HttpHeader&) = default;
};

/// A request as it is handed to a transport.
struct HttpRequest {
  std::string method;
  std::string url;
  std::vector<HttpHeader> headers;
  friend bool operator==(const HttpRequest&, const HttpRequest&) = default;
};

/// A completely received response. `body` is borrowed from the transport for the duration of the call.
struct HttpResponse {
  int status = 0;
  std::span<const char> body;
  std::optional<std::string> date;         ///< `Date`, if CORS exposes it to scripts
  std::optional<std::string> retryAfter;   ///< `Retry-After`, if CORS exposes it to scripts
  std::optional<std::string> requestId{};  ///< `X-Request-Id`, if CORS exposes it to scripts
};

/// `text` without leading and trailing `blanks`: spaces, tabs and line breaks by default.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") noexcept;

/// The value of the header field named `lowerCaseName` in `lines`, the raw header fields of a response.
[[nodiscard]] std::optional<std::string_view> headerIn(std::string_view lines,
                                                       std::string_view lowerCaseName);

}  // namespace koodrive
