#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/decode/json_reader.hpp"
#include "core/error.hpp"

namespace koodrive {

/// MalformedResponse for a body that cannot be JSON in UTF-8 because it is empty, UTF-16 or UTF-32.
[[nodiscard]] std::optional<Error> unreadable(std::string_view body);

/// The syntax error in `body`. `consumed` is how many bytes the parser had read when it stopped; absent if it
/// took a NUL byte for the end.
[[nodiscard]] Error syntaxError(std::string_view body, std::optional<std::size_t> consumed);

/// Parses the body of an answer and passes its events to `sax`. Returns MalformedResponse with `position` for
/// a body that is not valid JSON.
template <class Sax>
[[nodiscard]] std::optional<Error> readAnswer(std::string_view body, Sax& sax) {
  auto fault = unreadable(body);
  if (!fault && !readJson(body, sax)) {
    fault = syntaxError(body, sax.consumedAtFault());
  }
  return fault;
}

}  // namespace koodrive
