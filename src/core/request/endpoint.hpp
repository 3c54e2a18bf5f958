#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// The path of the query below an endpoint. (KooDrive API, "URI")
inline constexpr std::string_view taskResultPath = "/koodrive/ose/v1/task/result";

/// A checked endpoint.
struct Endpoint {
  std::string scheme;                 ///< `https` or `http`
  std::string host;                   ///< in lower case; an IPv6 address with its brackets
  std::optional<std::uint16_t> port;  ///< where it is not the scheme's own
  std::string pathPrefix;             ///< empty, or begins with a slash and ends without one

  /// Host and port as the `Host` header carries them.
  [[nodiscard]] std::string authority() const;
};

// By hand, though a browser's URL could parse it: the checks run natively and under the fuzzer, and say what
// is wrong. They cost 2.5 KB of code; retire when C++ has a URL parser.

/// Reads an endpoint: https, or http on a loopback host, without credentials, query or fragment.
/// Errors: InvalidRequest naming `option`.
[[nodiscard]] Result<Endpoint> parseEndpoint(std::string_view text, std::string_view option);

}  // namespace koodrive
