#include "core/import_file/file_match.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "core/import_file/failure_names.hpp"
#include "core/import_file/name_index.hpp"
#include "core/import_file/name_key.hpp"

namespace koodrive {
namespace {

constexpr std::size_t mostColumns = 64;
// Enough to tell the column of names from the others: of a larger file, a sample of its rows is read.
constexpr std::size_t sampledFields = 200'000;
constexpr std::size_t enoughNames = 100;

/// Alike for all names that any `MatchStrength` takes for the same.
std::string roughKey(std::string_view name) {
  std::string key = nameKey(name);
  key.resize(withoutDomain(key).size());
  return key;
}

std::optional<std::string_view> fieldAt(CsvFields& fields, std::size_t column) {
  for (; column != 0; --column) {
    if (!fields.next()) {
      return std::nullopt;
    }
  }
  return fields.next();
}

/// The names in a column of a file.
class ColumnNames final : public NameList {
 public:
  ColumnNames(const ImportFile& file, std::size_t column) : file_(&file), column_(column) {}

  [[nodiscard]] std::size_t size() const override { return file_->rowCount(); }
  [[nodiscard]] std::optional<std::string_view> at(std::size_t row) override {
    return fieldAt(fields_.emplace(file_->fieldsOf(row)), column_);
  }

 private:
  const ImportFile* file_;
  std::size_t column_;
  std::optional<CsvFields> fields_;  ///< of the row that was asked for last, from which its name is borrowed
};

NameIndex roughNamesOf(const FailInfoColumns& failures) {
  NameIndex names;
  for (std::size_t position = 0; position < failures.size(); ++position) {
    if (const auto name = failures.userNameOf(position)) {
      static_cast<void>(names.add(roughKey(*name)));
    }
  }
  return names;
}

/// How many of `names` stand in each of the first `columns` columns, as far as every `step`-th row tells.
std::array<std::size_t, mostColumns> countNames(const NameIndex& names, const ImportFile& file,
                                                std::size_t columns, std::size_t step) {
  // By name, a bit for each column in which it stands: a column counts each name once.
  std::vector<std::uint64_t> columnsOf(names.size());
  std::array<std::size_t, mostColumns> found = {};
  for (std::size_t row = 0; row < file.rowCount(); row += step) {
    CsvFields fields = file.fieldsOf(row);
    for (std::size_t column = 0; column < columns; ++column) {
      const auto field = fields.next();
      if (!field) {
        break;
      }
      const std::uint64_t bit = std::uint64_t{1} << column;
      if (const auto name = names.find(roughKey(*field)); name && (columnsOf[*name] & bit) == 0) {
        columnsOf[*name] |= bit;
        ++found[column];
      }
    }
  }
  return found;
}

}  // namespace

std::optional<std::size_t> columnOfNames(const FailInfoColumns& failures, const ImportFile& file) {
  const NameIndex names = roughNamesOf(failures);
  const std::size_t columns = std::min(file.header().countRest(), mostColumns);
  const std::size_t step = 1 + (file.rowCount() * columns / sampledFields);
  auto found = countNames(names, file, columns, step);
  // Where few of many rows failed, a sample may miss them.
  if (step > 1 && std::ranges::max(found) < std::min(names.size(), enoughNames)) {
    found = countNames(names, file, columns, 1);
  }
  const auto best = std::ranges::max_element(found);
  return *best == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(best - found.begin()));
}

NameMatch matchFile(const FailInfoColumns& failures, const ImportFile& file,
                    std::optional<std::size_t> column) {
  FailureNames names(failures);
  ColumnNames rows(file, column.value_or(std::numeric_limits<std::size_t>::max()));
  return matchNames(names, rows);
}

}  // namespace koodrive
