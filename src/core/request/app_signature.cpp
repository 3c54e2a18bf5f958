#include "core/request/app_signature.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/request/task_call.hpp"
#include "core/text/ascii.hpp"
#include "core/text/percent_encoding.hpp"

namespace koodrive {
namespace {

constexpr std::string_view algorithm = "HMAC-SHA256";
constexpr std::array<std::string_view, 3> signedHeaders = {"host", "x-date", "x-user-id"};

/// hex(SHA-256("")): a GET request has no body. The gateway repeats it where it refuses a signature.
constexpr std::string_view hashedEmptyPayload =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

std::string percentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool isEscape =
        text[at] == '%' && at + 2 < text.size() && isHexDigit(text[at + 1]) && isHexDigit(text[at + 2]);
    if (isEscape) {
      decoded.push_back(static_cast<char>((hexValue(text[at + 1]) * 16) + hexValue(text[at + 2])));
      at += 2;
    } else {
      decoded.push_back(text[at]);
    }
  }
  return decoded;
}

/// `text` decoded and percent-encoded again, so that equivalent spellings become equal.
std::string normalised(std::string_view text) {
  return percentEncoded(percentDecoded(text));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string canonicalUri(std::string_view path) {
  std::vector<std::string> segments;
  for (const auto part : split(path, '/')) {
    auto segment = normalised(part);
    if (segment == "..") {
      if (!segments.empty()) {
        segments.pop_back();
      }
    } else if (!segment.empty() && segment != ".") {
      segments.push_back(std::move(segment));
    }
  }
  std::string uri = "/";
  for (const auto& segment : segments) {
    uri.append(segment).push_back('/');
  }
  return uri;
}

std::string canonicalQuery(std::string_view query) {
  if (query.empty()) {
    return {};
  }
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto part : split(query, '&')) {
    const auto equals = std::min(part.find('='), part.size());
    const auto value = part.substr(std::min(equals + 1, part.size()));
    std::pair pair(normalised(part.substr(0, equals)), normalised(value));
    pairs.insert(std::ranges::upper_bound(pairs, pair), std::move(pair));
  }
  std::string canonical;
  for (const auto& [name, value] : pairs) {
    canonical.append(canonical.empty() ? "" : "&").append(name).append("=").append(value);
  }
  return canonical;
}

std::string_view valueOf(const HttpRequest& request, std::string_view lowerCaseName) {
  const auto found = std::ranges::find_if(request.headers, [lowerCaseName](const HttpHeader& header) {
    return toLower(header.name) == lowerCaseName;
  });
  return found == request.headers.end() ? std::string_view() : trimmed(found->value);
}

std::string signedHeaderNames() {
  std::string names;
  for (const auto name : signedHeaders) {
    names.append(names.empty() ? "" : ";").append(name);
  }
  return names;
}

}  // namespace

Result<Endpoint> parseSignedEndpoint(std::string_view url) {
  return parseEndpoint(url, "credentials.signedEndpoint");
}

std::string canonicalRequest(const HttpRequest& request, const Endpoint& signedEndpoint) {
  const std::string_view url = request.url;
  const auto queryBegin = url.find('?');
  const auto query = queryBegin == std::string_view::npos ? std::string_view() : url.substr(queryBegin + 1);
  // Behind a proxy the prefix before the API's own path is another one. No task ID holds this path: its
  // slashes are percent-encoded.
  const auto called = url.substr(0, queryBegin);
  const auto path =
      signedEndpoint.pathPrefix + std::string(called.substr(std::min(called.rfind(taskPath), called.size())));

  std::string text = request.method + "\n" + canonicalUri(path) + "\n" + canonicalQuery(query) + "\n";
  for (const auto name : signedHeaders) {
    const auto value = name == "host" ? signedEndpoint.authority() : std::string(valueOf(request, name));
    text.append(name).append(":").append(value).append("\n");
  }
  return text.append("\n").append(signedHeaderNames()).append("\n").append(hashedEmptyPayload);
}

std::string stringToSign(const std::string& canonicalRequestHash) {
  return std::string(algorithm).append("\n").append(canonicalRequestHash);
}

std::string appAuthorization(const std::string& appId, const std::string& signature) {
  return std::string(algorithm)
      .append(" AppId=")
      .append(appId)
      .append(",SignedHeaders=")
      .append(signedHeaderNames())
      .append(",Signature=")
      .append(signature);
}

}  // namespace koodrive
