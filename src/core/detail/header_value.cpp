#include "core/detail/header_value.hpp"

#include <algorithm>

#include "core/detail/ascii.hpp"

namespace koodrive::detail {
namespace {

std::string_view withoutSpacesAround(std::string_view text) noexcept {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

Error invalidRequest(ErrorReason reason, std::string_view option, std::optional<std::size_t> limit) {
  return {.kind = ErrorKind::InvalidRequest, .reason = reason, .option = option, .limit = limit};
}

Result<std::string_view> headerValue(std::string_view value, std::string_view option, std::size_t longest) {
  const auto refuse = [option](ErrorReason reason, std::optional<std::size_t> limit = std::nullopt) {
    return std::unexpected(invalidRequest(reason, option, limit));
  };
  value = withoutSpacesAround(value);
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

}  // namespace koodrive::detail
