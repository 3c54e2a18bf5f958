#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "core/import_file/import_file.hpp"

namespace koodrive {

/// Receives a file piece by piece; each piece is valid only during the call.
using FileSink = std::function<void(std::string_view piece)>;

/// Writes the retry file: what stands before the rows of `file`, then the given rows in the given order, byte
/// for byte as they stand there. Nothing is escaped. Rows that the file does not have are left out.
void writeRetryFile(const ImportFile& file, std::span<const std::uint32_t> rows, const FileSink& sink);

}  // namespace koodrive
