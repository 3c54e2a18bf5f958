#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "browser/pending_query.hpp"
#include "browser/records.hpp"
#include "core/error.hpp"
#include "core/import_report.hpp"

namespace koodrive {

[[nodiscard]] std::optional<double> toDouble(std::optional<std::uint64_t> number);
[[nodiscard]] AttemptsRecord toRecord(const AttemptsMade& attempts);
[[nodiscard]] ErrorRecord toRecord(const Error& error);
[[nodiscard]] ProgressRecord toRecord(const QueryProgress& progress);
[[nodiscard]] WarningRecord toRecord(const Warning& warning);
[[nodiscard]] ReasonRecord toRecord(const ReasonCount& reason);
[[nodiscard]] RowRecord toRecord(std::size_t position, const UserImportFailInfo& info);
[[nodiscard]] QueryOptions fromRecord(const QueryRecord& record);

}  // namespace koodrive
