#include "core/import_file/csv_records.hpp"

#include <utility>

namespace koodrive {
namespace {

constexpr std::size_t utf16UnitBytes = 2;

/// The 8-bit code units of a text, as numbers.
class Bytes {
 public:
  static constexpr std::size_t unitBytes = 1;

  explicit Bytes(std::string_view bytes) noexcept : bytes_(bytes) {}
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }
  [[nodiscard]] unsigned at(std::size_t index) const noexcept {
    return static_cast<unsigned char>(bytes_[index]);
  }

 private:
  std::string_view bytes_;
};

/// The 16-bit code units of a text, as numbers.
template <bool BigEndian>
class Utf16Units {
 public:
  static constexpr std::size_t unitBytes = utf16UnitBytes;

  explicit Utf16Units(std::string_view bytes) noexcept : bytes_(bytes) {}
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size() / unitBytes; }
  [[nodiscard]] unsigned at(std::size_t index) const noexcept {
    const auto first = static_cast<unsigned char>(bytes_[index * unitBytes]);
    const auto second = static_cast<unsigned char>(bytes_[(index * unitBytes) + 1]);
    return BigEndian ? (unsigned{first} << 8U) | second : (unsigned{second} << 8U) | first;
  }

 private:
  std::string_view bytes_;
};

/// Walks over records, one after the other.
template <class Units>
class RecordScanner {
 public:
  RecordScanner(Units units, char delimiter, std::size_t from, std::uint32_t line) noexcept
      : units_(units),
        delimiter_(static_cast<unsigned char>(delimiter)),
        at_(from / Units::unitBytes),
        line_(line) {}

  [[nodiscard]] Result<std::vector<CsvRecord>> records() {
    std::vector<CsvRecord> records;
    while (at_ < units_.size()) {
      const CsvRecord record = {.begin = static_cast<std::uint32_t>(at_ * Units::unitBytes), .line = line_};
      if (skipLineEnd()) {
        continue;
      }
      if (!skipRecord()) {
        return std::unexpected(quoteNotClosed());
      }
      records.push_back(record);
    }
    return records;
  }

 private:
  /// Skips the record with its line end. Returns false if a quotation mark is not closed.
  [[nodiscard]] bool skipRecord() noexcept {
    bool atFieldStart = true;
    while (at_ < units_.size()) {
      const unsigned unit = units_.at(at_);
      if (unit == '"' && atFieldStart) {
        if (!skipQuoted()) {
          return false;
        }
      } else if (skipLineEnd()) {
        return true;
      } else {
        ++at_;
      }
      atFieldStart = unit == delimiter_;
    }
    return true;
  }

  [[nodiscard]] bool skipQuoted() noexcept {
    quoteAt_ = at_;
    quoteLine_ = line_;
    ++at_;
    while (at_ < units_.size()) {
      if (skipLineEnd()) {
        continue;
      }
      const bool isQuote = units_.at(at_++) == '"';
      if (isQuote && (at_ == units_.size() || units_.at(at_) != '"')) {
        return true;
      }
      at_ += isQuote ? 1 : 0;
    }
    return false;
  }

  [[nodiscard]] bool skipLineEnd() noexcept {
    const unsigned unit = units_.at(at_);
    if (unit != '\n' && unit != '\r') {
      return false;
    }
    ++at_;
    if (unit == '\r' && at_ < units_.size() && units_.at(at_) == '\n') {
      ++at_;
    }
    ++line_;
    return true;
  }

  [[nodiscard]] Error quoteNotClosed() const {
    return {.kind = ErrorKind::MalformedFile,
            .reason = ErrorReason::QuoteNotClosed,
            .position = TextPosition{.offset = quoteAt_ * Units::unitBytes, .line = quoteLine_}};
  }

  Units units_;
  unsigned delimiter_;
  std::size_t at_;
  std::uint32_t line_;
  std::size_t quoteAt_ = 0;
  std::uint32_t quoteLine_ = 0;
};

}  // namespace

Result<std::vector<CsvRecord>> findCsvRecords(std::string_view bytes, FileEncoding encoding, char delimiter,
                                              std::size_t from, std::uint32_t line) {
  switch (encoding) {
    case FileEncoding::Utf16Le:
      return RecordScanner(Utf16Units<false>(bytes), delimiter, from, line).records();
    case FileEncoding::Utf16Be:
      return RecordScanner(Utf16Units<true>(bytes), delimiter, from, line).records();
    case FileEncoding::Utf8:
    case FileEncoding::Gb18030:
      return RecordScanner(Bytes(bytes), delimiter, from, line).records();
  }
  std::unreachable();
}

std::optional<std::string_view> CsvFields::next() {
  if (ended_) {
    return std::nullopt;
  }
  const std::string_view field = rest_.starts_with('"') ? nextQuoted() : nextBare();
  skipDelimiter();
  return field;
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
