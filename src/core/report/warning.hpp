#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace koodrive {

/// A peculiarity of the response that readers should know of although the report is usable.
struct Warning {
  enum class Kind : std::uint8_t {
    CountMismatch,       ///< failCount and the length of failInfoList differ: `stated`, `listed`
    FailCountAbsent,     ///< failCount is absent; the list's length is used instead: `listed`
    SuccessCountAbsent,  ///< successCount is absent
    DuplicateMember,  ///< known members occur repeatedly, the last value is used: `pointer` to the first such
                      ///< member, `count` of the values dropped
    ClockCorrected,   ///< the browser's clock was off by `offsetMilliseconds` and X-Date was corrected
    DuplicateUserNames,  ///< `names` user names occur more than once, in `rows` rows altogether
    WithoutUserName,     ///< `count` failures have no user name
    WithoutReason,       ///< `count` failures have no reason
    OddUserNames,        ///< `count` failures have a user name with odd characters: see `odditiesIn`
    OddReasons,          ///< `count` different reasons have such characters
    LongUserNames,       ///< `count` failures have a user name of more than `longestUserName` characters
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

/// The kind's name: `count-mismatch`, `fail-count-absent`, …; empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(Warning::Kind kind) noexcept;

}  // namespace koodrive
