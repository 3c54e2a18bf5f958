#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// The parts of a validated endpoint URL.
struct Endpoint {
  std::string scheme;                 ///< `https` or `http`
  std::string host;                   ///< in lower case; an IPv6 address with its brackets
  std::optional<std::uint16_t> port;  ///< absent if it is the scheme's default port
  std::string pathPrefix;             ///< empty, or begins with a slash and ends without one

  /// Host and port as the `Host` header carries them.
  [[nodiscard]] std::string authority() const;
};

// Hand-written although the browser's URL class parses URLs too: this parser also runs natively and under the
// fuzzer, and reports what is wrong. It costs 2.5 KB of code; retire when C++ has a URL parser.

/// Parses an endpoint URL: https, or http on a loopback host; no credentials, query or fragment.
/// Errors: InvalidRequest naming `option`.
[[nodiscard]] Result<Endpoint> parseEndpoint(std::string_view text, std::string_view option);

}  // namespace koodrive
