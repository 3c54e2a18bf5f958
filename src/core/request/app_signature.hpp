#pragma once

#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/request/http.hpp"

namespace koodrive {

// The app signature, up to the hashing, which is the platform's. (KooDrive API, "App-based Authentication
// Generation Rule")

/// The canonical form of a GET request as KooDrive receives it: host, x-date and x-user-id are signed.
/// `signedEndpoint` is the URL that KooDrive sees; a forwarder may have changed host and path prefix on the
/// way. Errors: InvalidRequest naming `credentials.signedEndpoint`.
[[nodiscard]] Result<std::string> canonicalRequest(const HttpRequest& request,
                                                   std::string_view signedEndpoint);

/// What is signed; `canonicalRequestHash` is hex(SHA-256(canonical request)) in lower case.
[[nodiscard]] std::string stringToSign(const std::string& canonicalRequestHash);

/// The value of `Authorization`; `signature` is hex(HMAC-SHA-256(AppSecret, string to sign)) in lower case.
[[nodiscard]] std::string appAuthorization(const std::string& appId, const std::string& signature);

}  // namespace koodrive
