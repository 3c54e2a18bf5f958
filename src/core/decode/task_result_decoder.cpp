#include "core/decode/task_result_decoder.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "core/decode/answer_text.hpp"
#include "core/decode/json_reader.hpp"
#include "core/decode/task_result_sax.hpp"

namespace koodrive {
namespace {

/// How many bytes of an error body are parsed. Real error bodies are far shorter, and a huge one must not
/// use as much memory as a report may.
constexpr std::size_t longestErrorBody = 65536;

ErrorReason reasonOf(int status) noexcept {
  switch (status) {
    case 400:
      return ErrorReason::BadRequest;
    case 401:
      return ErrorReason::CredentialsRefused;
    case 403:
      return ErrorReason::Forbidden;
    case 404:
      return ErrorReason::NotFound;
    case 429:
      return ErrorReason::Throttled;
    default:
      return 500 <= status && status <= 599 ? ErrorReason::ServerFault : ErrorReason::UnexpectedStatus;
  }
}

}  // namespace

Result<ImportReport> decodeTaskResult(std::span<const char> body) {
  const std::string_view text(body.data(), body.size());
  TaskResultSax sax;
  if (auto fault = readAnswer(text, sax)) {
    return std::unexpected(*std::move(fault));
  }
  return outcomeOf(std::move(sax).answer());
}

Error errorFromHttpStatus(int status, std::span<const char> body) {
  constexpr int unauthorized = 401;
  Error error{.kind = status == unauthorized ? ErrorKind::Unauthorized : ErrorKind::Http,
              .reason = reasonOf(status),
              .httpStatus = status};
  const std::string_view text(body.data(), std::min(body.size(), longestErrorBody));
  TaskResultSax sax;
  // The result is ignored: members read before a syntax error, or before the limit, are still useful.
  static_cast<void>(readJson(text, sax));
  describe(sax.answer().envelope, error);
  return error;
}

}  // namespace koodrive
