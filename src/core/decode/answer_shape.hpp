#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

enum class JsonType : std::uint8_t { Null, Boolean, Number, String, Array, Object };

/// The members of a response that the decoder knows: those of KooDrive API, tables 3 to 5, of the API
/// gateway's error body, and of a saved report's provenance.
enum class Member : std::uint8_t {
  Unknown,
  Code,
  Msg,
  ErrorCode,
  ErrorMsg,
  RequestId,
  Data,
  Provenance,
  SuccessCount,
  FailCount,
  FailInfoList,
  UserName,
  Desc,
  TaskId,
  TraceId,
  ReceivedAt,
  ImportFile,
  Version,
};
inline constexpr std::size_t memberCount = static_cast<std::size_t>(Member::Version) + 1;

/// A set of members as a bit mask.
using Members = std::uint32_t;
template <class... Each>
[[nodiscard]] constexpr Members setOf(Each... members) noexcept {
  return ((Members{1} << static_cast<unsigned>(members)) | ...);
}
inline constexpr Members membersOfEntry = setOf(Member::UserName, Member::Desc);
inline constexpr Members membersOfData =
    membersOfEntry | setOf(Member::SuccessCount, Member::FailCount, Member::FailInfoList);
/// The members of a report, whose types and duplicates are checked. The gateway's error members are not among
/// them, because they never occur in a report.
inline constexpr Members membersOfReport = membersOfData | setOf(Member::Code, Member::Msg, Member::Data);

inline constexpr std::uint64_t largestCount = (std::uint64_t{1} << 53U) - 1;
inline constexpr std::string_view countExpected = "count";

/// The JSON type's name, e.g. `number`.
[[nodiscard]] std::string_view nameOf(JsonType type) noexcept;

/// The member called `name` among those from `first` to `last`, else Unknown.
[[nodiscard]] Member memberNamed(std::string_view name, Member first, Member last) noexcept;

/// JSON Pointer to `member`, relative to the list entry for the members of an entry, else to the root.
[[nodiscard]] std::string_view pointerTo(Member member) noexcept;

/// The identifier of the expected type, e.g. `integer-or-string`; locales translate it.
[[nodiscard]] std::string_view expectedOf(Member member) noexcept;

/// A value whose type or range contradicts the API page.
struct ShapeFault {
  ErrorReason reason = ErrorReason::WrongType;
  std::string pointer;  ///< RFC 6901
  std::string_view expected;
  JsonType actual = JsonType::Null;
  std::uint64_t order = 0;  ///< smaller for faults that occur earlier in the response

  [[nodiscard]] Error toError() const;
};

}  // namespace koodrive
