#include "core/request/endpoint.hpp"

#include <algorithm>
#include <cstddef>

#include "core/request/header_value.hpp"
#include "core/request/host.hpp"
#include "core/text/ascii.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

constexpr std::size_t longestEndpoint = 2048;
constexpr std::uint16_t httpPort = 80;
constexpr std::uint16_t httpsPort = 443;
constexpr std::uint32_t largestPort = 65535;
constexpr std::string_view schemeEnd = "://";

/// Whether `text` is a URL scheme. (RFC 3986, section 3.1)
bool isScheme(std::string_view text) noexcept {
  return !text.empty() && isLetter(text.front()) && std::ranges::all_of(text, [](char c) {
    return isAlphanumeric(c) || std::string_view("+-.").contains(c);
  });
}

/// Whether `path` consists of slashes and `pchar` (RFC 3986, section 3.3), each `%` followed by two
/// hexadecimal digits.
bool isPath(std::string_view path) noexcept {
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (path[at] == '%') {
      if (at + 2 >= path.size() || !isHexDigit(path[at + 1]) || !isHexDigit(path[at + 2])) {
        return false;
      }
    } else if (!isUnreserved(path[at]) && !std::string_view("/!$&'()*+,;=:@").contains(path[at])) {
      return false;
    }
  }
  return true;
}

/// The error if `text` is empty, too long, or has control or non-ASCII characters; these checks need no
/// parsing.
std::optional<Error> faultOfCharacters(std::string_view text, std::string_view option) {
  if (text.empty()) {
    return invalidRequest(ErrorReason::Required, option);
  }
  if (std::ranges::any_of(text, isControl)) {
    return invalidRequest(ErrorReason::ControlCharacter, option);
  }
  if (!std::ranges::all_of(text, isAscii)) {
    return invalidRequest(ErrorReason::NonAscii, option);
  }
  if (text.size() > longestEndpoint) {
    return invalidRequest(ErrorReason::TooLong, option, longestEndpoint);
  }
  return std::nullopt;
}

/// Removes the port and its `:` from the end of `authority` and returns the port's digits, empty if there are
/// none.
std::string_view takePort(std::string_view& authority) noexcept {
  const std::size_t colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  if (colon == std::string_view::npos) {
    return {};
  }
  const std::string_view port = authority.substr(colon + 1);
  authority = authority.substr(0, colon);
  return port;
}

Result<std::optional<std::uint16_t>> parsePort(std::string_view digits, std::uint16_t ownPort,
                                               std::string_view option) {
  if (digits.empty()) {
    return std::nullopt;
  }
  const auto port = readDecimal(digits);
  if (!port) {
    return std::unexpected(invalidRequest(ErrorReason::NotAUrl, option));
  }
  if (*port == 0 || *port > largestPort) {
    return std::unexpected(invalidRequest(ErrorReason::OutOfRange, option, largestPort));
  }
  return *port == ownPort ? std::nullopt : std::optional(static_cast<std::uint16_t>(*port));
}

}  // namespace

std::string Endpoint::authority() const {
  return port ? host + ":" + decimal(*port) : host;
}

Result<Endpoint> parseEndpoint(std::string_view text, std::string_view option) {
  const auto refuse = [option](ErrorReason reason) {
    return std::unexpected(invalidRequest(reason, option));
  };
  if (auto fault = faultOfCharacters(text, option)) {
    return std::unexpected(*std::move(fault));
  }
  const std::size_t schemeLength = text.find(schemeEnd);
  if (schemeLength == std::string_view::npos || !isScheme(text.substr(0, schemeLength))) {
    return refuse(ErrorReason::NotAUrl);
  }
  if (text.contains('#')) {
    return refuse(ErrorReason::UrlHasFragment);
  }
  if (text.contains('?')) {
    return refuse(ErrorReason::UrlHasQuery);
  }
  const std::string scheme = toLower(text.substr(0, schemeLength));
  const std::string_view rest = text.substr(schemeLength + schemeEnd.size());
  std::string_view authority = rest.substr(0, rest.find('/'));
  std::string_view path = rest.substr(authority.size());
  if (authority.contains('@')) {
    return refuse(ErrorReason::UrlHasCredentials);
  }
  if (scheme != "https" && scheme != "http") {
    return refuse(ErrorReason::NotSecure);
  }
  const auto port = parsePort(takePort(authority), scheme == "https" ? httpsPort : httpPort, option);
  if (!port) {
    return std::unexpected(port.error());
  }
  const std::string host = toLower(authority);
  if (!isHost(host) || !isPath(path)) {
    return refuse(ErrorReason::NotAUrl);
  }
  if (scheme == "http" && !isLoopback(host)) {
    return refuse(ErrorReason::NotSecure);
  }
  path = path.substr(0, path.find_last_not_of('/') + 1);
  return Endpoint{.scheme = scheme, .host = host, .port = *port, .pathPrefix = std::string(path)};
}

}  // namespace koodrive
