#pragma once

#include <span>

#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// Decodes the body of a 2xx answer. (KooDrive API, table 3 to 5 and "Example Responses")
/// Errors: MalformedResponse (syntax faults with `position`, shape faults with `pointer`), Api (`code` other
/// than 0), NoResult (code 0 without data). Throws only std::bad_alloc.
[[nodiscard]] Result<ImportReport> decodeTaskResult(std::span<const char> body);

/// The error that an answer with a status outside 2xx stands for; understands KooDrive's body, the API
/// gateway's, HTML and nothing at all. Never fails: what cannot be read is left out,
/// and so is what comes after the first 64 KiB.
[[nodiscard]] Error errorFromHttpStatus(int status, std::span<const char> body);

}  // namespace koodrive
