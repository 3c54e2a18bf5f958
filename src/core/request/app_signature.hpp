#pragma once

#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/request/endpoint.hpp"
#include "core/request/http.hpp"

namespace koodrive {

// The texts that make up an app signature. The caller computes the hashes with the platform's cryptography.
// (KooDrive API, "App-based Authentication Generation Rule")

/// Parses the endpoint at which KooDrive receives the request. It differs from the one the browser calls when
/// a proxy changes host or path prefix. Errors: InvalidRequest naming `credentials.signedEndpoint`.
[[nodiscard]] Result<Endpoint> parseSignedEndpoint(std::string_view url);

/// The canonical form of a GET request as KooDrive receives it at `signedEndpoint`: host, x-date and
/// x-user-id are signed.
[[nodiscard]] std::string canonicalRequest(const HttpRequest& request, const Endpoint& signedEndpoint);

/// The string to sign; `canonicalRequestHash` is hex(SHA-256(canonical request)) in lower case.
[[nodiscard]] std::string stringToSign(const std::string& canonicalRequestHash);

/// The value of `Authorization`; `signature` is hex(HMAC-SHA-256(AppSecret, string to sign)) in lower case.
[[nodiscard]] std::string appAuthorization(const std::string& appId, const std::string& signature);

}  // namespace koodrive
