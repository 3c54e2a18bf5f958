#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "core/import_file/import_file.hpp"
#include "core/import_file/name_match.hpp"
#include "core/report/fail_info_columns.hpp"

namespace koodrive {

/// Receives a file piece by piece; each piece is valid only during the call.
using FileSink = std::function<void(std::string_view piece)>;

/// Writes the retry file: what stands before the rows of `file`, then the given rows in the order of the
/// file, byte for byte as they stand there. Nothing is escaped.
void writeRetryFile(const ImportFile& file, std::span<const std::uint32_t> rows, const FileSink& sink);

}  // namespace koodrive
