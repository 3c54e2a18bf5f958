#include "core/task_result_decoder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/detail/fault_position.hpp"
#include "core/detail/task_result_sax.hpp"
#include "core/detail/utf8.hpp"

namespace koodrive {
namespace {

// Long double reaches to 1e4932: a member that nobody reads must not refuse the answer for being 1e400.
using Json =
    nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, long double>;

/// Reads the body in place and notes when the parser has seen its end: nlohmann/json takes a NUL for the end,
/// too.
class BodyIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  BodyIterator(const char* at, bool& endSeen) noexcept : at_(at), endSeen_(&endSeen) {}

  reference operator*() const noexcept { return *at_; }
  BodyIterator& operator++() noexcept {
    ++at_;
    return *this;
  }
  friend bool operator==(const BodyIterator& left, const BodyIterator& right) noexcept {
    const bool equal = left.at_ == right.at_;
    if (equal) [[unlikely]] {
      *left.endSeen_ = true;
    }
    return equal;
  }

 private:
  const char* at_;
  bool* endSeen_;
};

/// Whether the parser took the body for whole JSON text, up to its very end.
bool parse(std::string_view body, detail::TaskResultSax& sax) {
  bool endSeen = false;
  const BodyIterator first(std::to_address(body.begin()), endSeen);
  const BodyIterator last(std::to_address(body.end()), endSeen);
  return Json::sax_parse(first, last, &sax) && endSeen;
}

Error malformed(ErrorReason reason) {
  return {.kind = ErrorKind::MalformedResponse, .reason = reason};
}

Error malformedAt(ErrorReason reason, std::string_view body, std::size_t offset) {
  Error error = malformed(reason);
  error.position = detail::positionAt(body, offset);
  return error;
}

bool isBlank(std::string_view body) noexcept {
  return body.find_first_not_of(" \t\r\n", detail::byteOrderMarkLength(body)) == std::string_view::npos;
}

/// UTF-16 or UTF-32, by their byte order marks or by the NULs that ASCII characters have in them.
bool isWideText(std::string_view body) noexcept {
  if (body.starts_with("\xFF\xFE") || body.starts_with("\xFE\xFF")) {
    return true;
  }
  if (body.size() < 4) {
    return false;
  }
  const auto isNul = [body](std::size_t at) { return body[at] == '\0'; };
  return (isNul(0) && isNul(2) && !isNul(3)) || (!isNul(0) && isNul(1) && isNul(3));
}

Error syntaxError(std::string_view body, const std::optional<detail::ParserFault>& fault) {
  if (!fault) {
    return malformedAt(ErrorReason::Syntax, body, body.find('\0'));
  }
  if (fault->consumed > body.size()) {
    return malformedAt(ErrorReason::EndsEarly, body, body.size());
  }
  const std::size_t offset = detail::faultyTokenOffset(body, fault->consumed);
  const bool invalid = fault->invalidUnicode || detail::sequenceLength(body.substr(offset)) == 0;
  return malformedAt(invalid ? ErrorReason::InvalidUnicode : ErrorReason::Syntax, body, offset);
}

/// Bytes of an error's body that are looked at: none is longer, and a huge one must not cost the memory that
/// a report may.
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
  if (isBlank(text)) {
    return std::unexpected(malformed(ErrorReason::EmptyBody));
  }
  if (isWideText(text)) {
    return std::unexpected(malformedAt(ErrorReason::InvalidUnicode, text, 0));
  }
  detail::TaskResultSax sax;
  if (!parse(text, sax)) {
    return std::unexpected(syntaxError(text, sax.fault()));
  }
  return detail::outcomeOf(std::move(sax).answer());
}

Error errorFromHttpStatus(int status, std::span<const char> body) {
  constexpr int unauthorized = 401;
  Error error{.kind = status == unauthorized ? ErrorKind::Unauthorized : ErrorKind::Http,
              .reason = reasonOf(status),
              .httpStatus = status};
  const std::string_view text(body.data(), std::min(body.size(), longestErrorBody));
  detail::TaskResultSax sax;
  // What came before a fault, or before the end of what is looked at, is as good as what comes in a sound
  // body.
  static_cast<void>(parse(text, sax));
  detail::describe(sax.answer(), error);
  return error;
}

}  // namespace koodrive
