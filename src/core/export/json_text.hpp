#pragma once

#include <string_view>

#include "core/text/piece_writer.hpp"

namespace koodrive {

/// Writes `text` (UTF-8) as a JSON string, quotation marks included. (RFC 8259, section 7)
void putJsonString(std::string_view text, PieceWriter& out);

}  // namespace koodrive
