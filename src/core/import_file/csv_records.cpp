#include "core/import_file/csv_records.hpp"

namespace koodrive {
namespace {

/// Walks over records, one after the other.
class RecordScanner {
 public:
  RecordScanner(std::string_view text, char delimiter, std::size_t from, std::uint32_t line) noexcept
      : text_(text), delimiter_(delimiter), at_(from), line_(line) {}

  [[nodiscard]] std::expected<std::vector<CsvRecord>, OpenQuote> records() {
    std::vector<CsvRecord> records;
    while (at_ < text_.size()) {
      const CsvRecord record = {.begin = static_cast<std::uint32_t>(at_), .beginInFile = 0, .line = line_};
      if (skipLineEnd()) {
        continue;
      }
      if (!skipRecord()) {
        return std::unexpected(quote_);
      }
      records.push_back(record);
    }
    return records;
  }

 private:
  /// Skips the record with its line end. Returns false if a quotation mark is not closed.
  [[nodiscard]] bool skipRecord() noexcept {
    bool atFieldStart = true;
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '"' && atFieldStart) {
        if (!skipQuoted()) {
          return false;
        }
      } else if (skipLineEnd()) {
        return true;
      } else {
        ++at_;
      }
      atFieldStart = byte == delimiter_;
    }
    return true;
  }

  [[nodiscard]] bool skipQuoted() noexcept {
    quote_ = {.offset = at_, .line = line_};
    ++at_;
    while (at_ < text_.size()) {
      if (skipLineEnd()) {
        continue;
      }
      const bool isQuote = text_[at_++] == '"';
      if (isQuote && (at_ == text_.size() || text_[at_] != '"')) {
        return true;
      }
      at_ += isQuote ? 1 : 0;
    }
    return false;
  }

  [[nodiscard]] bool skipLineEnd() noexcept {
    const char byte = text_[at_];
    if (byte != '\n' && byte != '\r') {
      return false;
    }
    ++at_;
    if (byte == '\r' && at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
    }
    ++line_;
    return true;
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_;
  std::uint32_t line_;
  OpenQuote quote_;  ///< the quotation mark that was passed last
};

}  // namespace

std::expected<std::vector<CsvRecord>, OpenQuote> findCsvRecords(std::string_view text, char delimiter,
                                                                std::size_t from, std::uint32_t line) {
  return RecordScanner(text, delimiter, from, line).records();
}

std::optional<std::string_view> CsvFields::next() {
  if (ended_) {
    return std::nullopt;
  }
  const std::string_view field = rest_.starts_with('"') ? nextQuoted() : nextBare();
  skipDelimiter();
  return field;
}

std::size_t CsvFields::countRest() {
  std::size_t count = 0;
  while (next()) {
    ++count;
  }
  return count;
}

std::string_view CsvFields::nextQuoted() {
  unquoted_.clear();
  rest_.remove_prefix(1);
  for (;;) {
    const std::size_t quote = rest_.find('"');
    unquoted_.append(rest_.substr(0, quote));
    if (quote == std::string_view::npos) {
      rest_ = {};
      return unquoted_;
    }
    rest_.remove_prefix(quote + 1);
    if (!rest_.starts_with('"')) {
      // RFC 4180 allows nothing after the closing quotation mark; spreadsheet programs take it for a part of
      // the field.
      return unquoted_.append(nextBare());
    }
    unquoted_.push_back('"');
    rest_.remove_prefix(1);
  }
}

std::string_view CsvFields::nextBare() noexcept {
  std::size_t end = 0;
  while (end < rest_.size() && rest_[end] != delimiter_ && rest_[end] != '\r' && rest_[end] != '\n') {
    ++end;
  }
  const std::string_view field = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return field;
}

void CsvFields::skipDelimiter() noexcept {
  ended_ = !rest_.starts_with(delimiter_);
  if (!ended_) {
    rest_.remove_prefix(1);
  }
}

}  // namespace koodrive
