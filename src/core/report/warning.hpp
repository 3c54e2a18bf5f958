#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace koodrive {

/// Something odd in the answer that the reader must know of, but that does not make it useless.
struct Warning {
  enum class Kind : std::uint8_t {
    CountMismatch,       ///< failCount and the length of failInfoList differ: `stated`, `listed`
    FailCountAbsent,     ///< failCount was not given; the list's length stands in: `listed`
    SuccessCountAbsent,  ///< successCount was not given
    DuplicateMember,  ///< known members came again, the last wins: `pointer` of the first, `count` of those
                      ///< dropped
    ClockCorrected,   ///< the browser's clock was off by `offsetMilliseconds` and X-Date was corrected
    DuplicateUserNames,  ///< `names` user names come more than once and take `rows` rows
    WithoutUserName,     ///< `count` failures name no user
    WithoutReason,       ///< `count` failures give no reason
    NothingImported,     ///< both counts are zero and nothing is listed
  };
  Kind kind = Kind::CountMismatch;
  std::string pointer = {};
  std::uint64_t stated = 0;
  std::uint64_t listed = 0;
  std::uint64_t count = 0;
  std::int64_t offsetMilliseconds = 0;
  std::uint64_t names = 0;
  std::uint64_t rows = 0;
  friend bool operator==(const Warning&, const Warning&) = default;
};

/// `count-mismatch`, `fail-count-absent`, …; nothing for what is no enumerator.
[[nodiscard]] std::string_view toString(Warning::Kind kind) noexcept;

}  // namespace koodrive
