#pragma once

#include <span>

#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// Decodes the body of a 2xx answer. (KooDrive API, table 3 to 5 and "Example Responses")
/// Errors: MalformedResponse (syntax faults with `position`, shape faults with `pointer`), Api (`code` other
/// than 0), NoResult (code 0 without data). Throws only std::bad_alloc.
[[nodiscard]] Result<ImportReport> decodeTaskResult(std::span<const char> body);

/// The error for a response with a status outside 2xx. The body may be KooDrive's, the API gateway's, HTML or
/// empty. Never fails: details that cannot be read, or lie beyond the first 64 KiB, are left out.
[[nodiscard]] Error errorFromHttpStatus(int status, std::span<const char> body);

}  // namespace koodrive
