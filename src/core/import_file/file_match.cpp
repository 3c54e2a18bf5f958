#include "core/import_file/file_match.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "core/import_file/name_index.hpp"
#include "core/import_file/name_key.hpp"

namespace koodrive {
namespace {

constexpr std::size_t mostColumns = 64;
constexpr std::size_t mostSampledFields = 2'000'000;

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

NameList namesIn(const ImportFile& file, std::size_t column) {
  // The fields of the row that was asked for last, from which its name is borrowed.
  const auto fields = std::make_shared<std::optional<CsvFields>>();
  return {.size = file.rowCount(), .at = [&file, column, fields](std::size_t row) {
            return fieldAt(fields->emplace(file.fieldsOf(row)), column);
          }};
}

}  // namespace

NameList namesOf(const FailInfoColumns& failures) {
  return {.size = failures.size(),
          .at = [&failures](std::size_t index) { return failures.userNameOf(index); }};
}

std::optional<std::size_t> columnOfNames(const FailInfoColumns& failures, const ImportFile& file) {
  NameIndex names;
  for (std::size_t position = 0; position < failures.size(); ++position) {
    if (const auto name = failures.userNameOf(position)) {
      static_cast<void>(names.add(roughKey(*name)));
    }
  }
  const std::size_t columns = std::min(file.columns().size(), mostColumns);
  const std::size_t step = 1 + (file.rowCount() * columns / mostSampledFields);
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
  const auto best = std::ranges::max_element(found);
  return *best == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(best - found.begin()));
}

NameMatch matchFile(const FailInfoColumns& failures, const ImportFile& file,
                    std::optional<std::size_t> column) {
  return matchNames(namesOf(failures), column ? namesIn(file, *column) : NameList{});
}

std::vector<std::uint32_t> rowsOf(const NameMatch& match, std::span<const std::uint32_t> positions,
                                  std::size_t rowCount, bool withAmbiguous) {
  std::vector<bool> isWanted(rowCount);
  for (const std::uint32_t position : positions) {
    if (const std::uint32_t row = match.rowOf[position]; row != NameMatch::noRow) {
      isWanted[row] = true;
    }
    if (const std::uint32_t entry = match.ambiguousOf[position]; withAmbiguous && entry != NameMatch::noRow) {
      for (const std::uint32_t row : match.ambiguous[entry].rows) {
        isWanted[row] = true;
      }
    }
  }
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < rowCount; ++row) {
    if (isWanted[row]) {
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace koodrive
