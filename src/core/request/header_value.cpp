#include "core/request/header_value.hpp"

#include <algorithm>

#include "core/request/http.hpp"
#include "core/text/ascii.hpp"

namespace koodrive {
Error invalidRequest(ErrorReason reason, std::string_view option, std::optional<std::size_t> limit) {
  return {.kind = ErrorKind::InvalidRequest, .reason = reason, .option = option, .limit = limit};
}

Result<std::string_view> headerValue(std::string_view value, std::string_view option, std::size_t longest) {
  const auto refuse = [option](ErrorReason reason, std::optional<std::size_t> limit = std::nullopt) {
    return std::unexpected(invalidRequest(reason, option, limit));
  };
  value = trimmed(value, " ");
  if (value.empty()) {
    return refuse(ErrorReason::Required);
  }
  if (std::ranges::any_of(value, isControl)) {
    return refuse(ErrorReason::ControlCharacter);
  }
  if (!std::ranges::all_of(value, isAscii)) {
    return refuse(ErrorReason::NonAscii);
  }
  if (value.size() > longest) {
    return refuse(ErrorReason::TooLong, longest);
  }
  return value;
}

}  // namespace koodrive
