#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

enum class JsonType : std::uint8_t { Null, Boolean, Number, String, Array, Object };

/// The members of an answer that mean something: KooDrive API, tables 3 to 5, and the API gateway's error
/// body.
enum class Member : std::uint8_t {
  Unknown,
  Code,
  Msg,
  ErrorCode,
  ErrorMsg,
  Data,
  SuccessCount,
  FailCount,
  FailInfoList,
  UserName,
  Desc,
};
inline constexpr std::size_t memberCount = static_cast<std::size_t>(Member::Desc) + 1;

/// A set of members.
using Members = std::uint32_t;
template <class... Each>
[[nodiscard]] constexpr Members setOf(Each... members) noexcept {
  return ((Members{1} << static_cast<unsigned>(members)) | ...);
}
inline constexpr Members membersOfEntry = setOf(Member::UserName, Member::Desc);
inline constexpr Members membersOfData =
    membersOfEntry | setOf(Member::SuccessCount, Member::FailCount, Member::FailInfoList);
/// Those of a report: each comes but once and has its type. The gateway's share no answer with them.
inline constexpr Members membersOfReport = membersOfData | setOf(Member::Code, Member::Msg, Member::Data);

inline constexpr std::uint64_t largestCount = (std::uint64_t{1} << 53U) - 1;
inline constexpr std::string_view countExpected = "count";

/// The name in messages, e.g. `number`.
[[nodiscard]] std::string_view nameOf(JsonType type) noexcept;

/// The member called `name` among those from `first` to `last`, else Unknown.
[[nodiscard]] Member memberNamed(std::string_view name, Member first, Member last) noexcept;

/// JSON Pointer to `member`, from the root, or from the entry for those of an entry.
[[nodiscard]] std::string_view pointerTo(Member member) noexcept;

/// What `member` must be; sentences for people are chosen by it. E.g. `integer-or-string`.
[[nodiscard]] std::string_view expectedOf(Member member) noexcept;

/// A value that is not what the API page says.
struct ShapeFault {
  ErrorReason reason = ErrorReason::WrongType;
  std::string pointer;  ///< RFC 6901
  std::string_view expected;
  JsonType actual = JsonType::Null;
  std::uint64_t order = 0;  ///< smaller for those that come earlier in the text

  [[nodiscard]] Error toError() const;
};

}  // namespace koodrive
