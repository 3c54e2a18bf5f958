#include "core/decode/answer_shape.hpp"

#include <array>
#include <utility>

#include "core/report/provenance_members.hpp"

namespace koodrive {
namespace {

struct MemberText {
  std::string_view name = {};
  std::string_view pointer = {};
  std::string_view expected = {};
};

// In the order of Member.
constexpr std::array<MemberText, memberCount> members{{
    {},
    {.name = "code", .pointer = "/code", .expected = "integer-or-string"},
    {.name = "msg", .pointer = "/msg", .expected = "string"},
    {.name = "error_code", .pointer = "/error_code", .expected = "integer-or-string"},
    {.name = "error_msg", .pointer = "/error_msg", .expected = "string"},
    {.name = "request_id", .pointer = "/request_id", .expected = "string"},
    {.name = "data", .pointer = "/data", .expected = "object"},
    {.name = provenanceMember::self},
    {.name = "successCount", .pointer = "/data/successCount", .expected = "integer"},
    {.name = "failCount", .pointer = "/data/failCount", .expected = "integer"},
    {.name = "failInfoList", .pointer = "/data/failInfoList", .expected = "array"},
    {.name = "userName", .pointer = "/userName", .expected = "string"},
    {.name = "desc", .pointer = "/desc", .expected = "string"},
    {.name = provenanceMember::taskId},
    {.name = provenanceMember::traceId},
    {.name = provenanceMember::receivedAt},
    {.name = provenanceMember::importFile},
    {.name = provenanceMember::version},
}};

}  // namespace

std::string_view nameOf(JsonType type) noexcept {
  switch (type) {
    case JsonType::Null:
      return "null";
    case JsonType::Boolean:
      return "boolean";
    case JsonType::Number:
      return "number";
    case JsonType::String:
      return "string";
    case JsonType::Array:
      return "array";
    case JsonType::Object:
      return "object";
  }
  std::unreachable();
}

Member memberNamed(std::string_view name, Member first, Member last) noexcept {
  for (auto at = static_cast<std::size_t>(first); at <= static_cast<std::size_t>(last); ++at) {
    if (members[at].name == name) {
      return static_cast<Member>(at);
    }
  }
  return Member::Unknown;
}

std::string_view pointerTo(Member member) noexcept {
  return members[static_cast<std::size_t>(member)].pointer;
}

std::string_view expectedOf(Member member) noexcept {
  return members[static_cast<std::size_t>(member)].expected;
}

Error ShapeFault::toError() const {
  return {.kind = ErrorKind::MalformedResponse,
          .reason = reason,
          .pointer = pointer,
          .expected = expected,
          .actual = nameOf(actual)};
}

}  // namespace koodrive
