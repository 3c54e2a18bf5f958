#include "core/import_file/failed_rows.hpp"

#include <optional>
#include <string>

#include "core/export/table_text.hpp"
#include "core/text/decimal.hpp"
#include "core/text/piece_writer.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

constexpr std::string_view lineEnd = "\r\n";

class ReviewWriter {
 public:
  ReviewWriter(const ReviewSource& source, const FileSink& sink) : source_(source), out_(sink) {}

  void write(std::span<const std::uint32_t> positions) {
    out_.put(byteOrderMark);
    putForSpreadsheet(source_.lineLabel, out_);
    putNext(source_.reasonLabel);
    for (const std::string& column : source_.file.columns()) {
      putNext(column);
    }
    out_.put(lineEnd);
    for (const std::uint32_t position : positions) {
      writeFailure(position);
    }
    out_.flush();
  }

 private:
  void writeFailure(std::uint32_t position) {
    const NameMatch& match = source_.match;
    if (match.rowOf[position] != NameMatch::noRow) {
      writeRow(position, match.rowOf[position]);
    } else if (match.ambiguousOf[position] != NameMatch::noRow) {
      for (const std::uint32_t row : match.ambiguous[match.ambiguousOf[position]].rows) {
        writeRow(position, row);
      }
    } else {
      writeName(position);
    }
  }

  void writeRow(std::uint32_t position, std::uint32_t row) {
    putForSpreadsheet(decimal(source_.file.lineOf(row)), out_);
    putNext(source_.failures.at(position).desc);
    CsvFields fields = source_.file.fieldsOf(row);
    while (const auto field = fields.next()) {
      putNext(*field);
    }
    out_.put(lineEnd);
  }

  void writeName(std::uint32_t position) {
    const UserImportFailInfo failure = source_.failures.at(position);
    putForSpreadsheet(std::nullopt, out_);
    putNext(failure.desc);
    for (std::size_t column = 0; column < source_.column; ++column) {
      putNext(std::nullopt);
    }
    putNext(failure.userName);
    out_.put(lineEnd);
  }

  void putNext(const Field& field) {
    out_.put(',');
    putForSpreadsheet(field, out_);
  }

  const ReviewSource& source_;
  PieceWriter out_;
};

}  // namespace

void writeRetryFile(const ImportFile& file, std::span<const std::uint32_t> rows, const FileSink& sink) {
  PieceWriter out(sink);
  out.put(file.bytesBeforeRows());
  for (const std::uint32_t row : rows) {
    out.put(file.bytesOf(row));
  }
  out.flush();
}

void writeReviewFile(const ReviewSource& source, std::span<const std::uint32_t> positions,
                     const FileSink& sink) {
  ReviewWriter(source, sink).write(positions);
}

}  // namespace koodrive
