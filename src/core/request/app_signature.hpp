#pragma once

#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/request/endpoint.hpp"
#include "core/request/http.hpp"

namespace koodrive {

// The app signature, up to the hashing, which is the platform's. (KooDrive API, "App-based Authentication
// Generation Rule")

/// The URL that KooDrive sees: a forwarder may change host and path prefix on the way.
/// Errors: InvalidRequest naming `credentials.signedEndpoint`.
[[nodiscard]] Result<Endpoint> parseSignedEndpoint(std::string_view url);

/// The canonical form of a GET request as KooDrive receives it at `signedEndpoint`: host, x-date and
/// x-user-id are signed.
[[nodiscard]] std::string canonicalRequest(const HttpRequest& request, const Endpoint& signedEndpoint);

/// What is signed; `canonicalRequestHash` is hex(SHA-256(canonical request)) in lower case.
[[nodiscard]] std::string stringToSign(const std::string& canonicalRequestHash);

/// The value of `Authorization`; `signature` is hex(HMAC-SHA-256(AppSecret, string to sign)) in lower case.
[[nodiscard]] std::string appAuthorization(const std::string& appId, const std::string& signature);

}  // namespace koodrive
