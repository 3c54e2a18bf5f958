#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "check.hpp"
#include "core/request/access_token.hpp"
#include "core/request/app_signature.hpp"
#include "core/request/http_date.hpp"
#include "core/request/task_request.hpp"

using namespace koodrive;

namespace {

/// Removes the first line from `rest` and returns it.
std::string takeLine(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const std::string line(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool isPrintableAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

void checkRequest(const HttpRequest& request, const TaskQuery& query) {
  constexpr std::array<std::string_view, 5> names = {"Authorization", "language", "X-Traceid", "X-User-Id",
                                                     "X-Date"};
  check(request.headers.size() == names.size(), "exactly the five documented headers");
  for (std::size_t index = 0; index < names.size(); ++index) {
    check(request.headers[index].name == names[index], "headers are those of the API page");
    check(isPrintableAscii(request.headers[index].value), "no header value can end its line");
  }
  check(isPrintableAscii(request.url) && !request.url.contains(' '), "a URL is plain ASCII");
  check(request.url.starts_with("https://") || request.url.starts_with("http://"),
        "the scheme is https or http");
  check(!request.url.contains('#'), "a URL has no fragment");
  check(std::ranges::count(request.url, '?') == (query.taskId ? 1 : 0),
        "a query only where a task ID is given");
  check(std::ranges::count(request.url, '&') == std::ranges::count(query.endpoint, '&'),
        "a task ID adds no parameter");
}

void checkCanonicalRequest(std::string_view text) {
  check(std::ranges::count(text, '\n') == 8, "a canonical request has nine lines");
  check(text.ends_with("\nhost;x-date;x-user-id\n"
                       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        "the signed headers are named");
}

}  // namespace

/// Checks that any options give a well-formed request or an error. The input has one line each for endpoint,
/// signed endpoint, user ID, language, token and date; the rest is the task ID.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  TaskQuery query;
  query.endpoint = takeLine(rest);
  const auto signedEndpoint = takeLine(rest);
  query.userId = takeLine(rest);
  query.language = takeLine(rest);
  const auto token = takeLine(rest);
  const auto date = takeLine(rest);
  if (!rest.empty()) {
    query.taskId = std::string(rest);
  }

  constexpr std::int64_t now = 1'725'852'805'000;
  const auto time = parseHttpDate(date, now);
  static_cast<void>(retryAfterMilliseconds(date, now));
  const auto authorization = authorizationFromAccessToken(token, AccessTokenFormat::BearerPlus);
  check(token.contains(bareAccessToken(token)), "a bare token is a part of the token");
  const AttemptStamp stamp{.traceId = std::string(traceIdRandomBytes * 2, '0'),
                           .unixTimeMilliseconds = time.value_or(now)};
  const auto checked = CheckedTaskQuery::from(query);
  if (!checked) {
    check(checked.error().kind == ErrorKind::InvalidRequest && !checked.error().option.empty(),
          "a refusal names the option");
    return 0;
  }
  const auto request = authorized(checked->request(stamp), authorization.value_or("Bearer+token"));
  check(request.has_value(), "a value made from a token can be sent");
  checkRequest(*request, query);
  if (const auto endpoint = parseSignedEndpoint(signedEndpoint)) {
    checkCanonicalRequest(canonicalRequest(*request, *endpoint));
  }
  return 0;
}
