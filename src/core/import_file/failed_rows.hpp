#pragma once

#include <cstddef>
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

/// What a review file is made of; all of it is borrowed.
struct ReviewSource {
  const FailInfoColumns& failures;
  const ImportFile& file;
  const NameMatch& match;
  std::size_t column;            ///< the column of names
  std::string_view lineLabel;    ///< the header of the first column
  std::string_view reasonLabel;  ///< the header of the second column
};

/// Writes the review file, for people: the line in the import file, the reason, then the columns of that
/// file, as comma-separated values for spreadsheet programs (see CsvKind::ForSpreadsheet). A failure with
/// several rows is written with each of them; one without a row, with its name alone.
void writeReviewFile(const ReviewSource& source, std::span<const std::uint32_t> positions,
                     const FileSink& sink);

}  // namespace koodrive
