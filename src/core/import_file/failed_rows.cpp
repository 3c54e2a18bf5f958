#include "core/import_file/failed_rows.hpp"

#include "core/text/piece_writer.hpp"

namespace koodrive {

void writeRetryFile(const ImportFile& file, std::span<const std::uint32_t> rows, const FileSink& sink) {
  PieceWriter out(sink);
  out.put(file.bytesBeforeRows());
  for (const std::uint32_t row : rows) {
    if (row < file.rowCount()) {
      out.put(file.bytesOf(row));
    }
  }
  out.flush();
}

}  // namespace koodrive
