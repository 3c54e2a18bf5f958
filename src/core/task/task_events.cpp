#include "core/task/task_events.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/task/task_time.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

struct EnvelopeMember {
  std::string_view name;
  std::string Envelope::* value;
};

constexpr std::string_view codeName = "code";
constexpr std::array<EnvelopeMember, 5> envelopeMembers{{
    {.name = codeName, .value = &Envelope::code},
    {.name = "msg", .value = &Envelope::msg},
    {.name = "error_code", .value = &Envelope::errorCode},
    {.name = "error_msg", .value = &Envelope::errorMsg},
    {.name = "request_id", .value = &Envelope::requestId},
}};
constexpr std::ptrdiff_t checkedMembers =
    2;  // the first ones: the gateway's do not occur in an answer that reports success

bool isInteger(JsonEvent kind, std::string_view text) noexcept {
  return kind == JsonEvent::Number && text.find_first_of(".eE") == std::string_view::npos;
}

/// The integer `text`; absent beyond ±(2^53-1), which JavaScript's numbers cannot hold.
std::optional<std::int64_t> readInteger(std::string_view text) {
  const bool negative = text.starts_with('-');
  const auto size = readDecimal(text.substr(negative ? 1 : 0));
  if (!size || *size > largestCount) {
    return std::nullopt;
  }
  const auto number = static_cast<std::int64_t>(*size);
  return negative ? -number : number;
}

JsonType typeOf(JsonEvent kind) noexcept {
  switch (kind) {
    case JsonEvent::Boolean:
      return JsonType::Boolean;
    case JsonEvent::Number:
      return JsonType::Number;
    case JsonEvent::String:
      return JsonType::String;
    case JsonEvent::StartObject:
      return JsonType::Object;
    case JsonEvent::StartArray:
      return JsonType::Array;
    default:
      return JsonType::Null;
  }
}

}  // namespace

void TaskEvents::event(JsonEvent kind, std::string_view text) {
  const bool starts = kind == JsonEvent::StartObject || kind == JsonEvent::StartArray;
  const bool ends = kind == JsonEvent::EndObject || kind == JsonEvent::EndArray;
  if (skippedDepth_ != 0) {
    skippedDepth_ += starts ? 1U : 0U;
    skippedDepth_ -= ends ? 1U : 0U;
  } else if (ends) {
    end();
  } else if (kind == JsonEvent::Key) {
    member_ = text;
  } else if (kind == JsonEvent::StartObject) {
    startObject();
  } else if (kind == JsonEvent::StartArray) {
    startArray();
  } else {
    receive(kind, text);
  }
}

Result<TaskList> TaskEvents::outcome() && {
  const bool faultFirst = rank_ == Rank::Root || (rank_ == Rank::Code && envelope_.code.empty());
  if (!faultFirst) {
    if (auto refusal = refusalIn(envelope_)) {
      return std::unexpected(*std::move(refusal));
    }
  }
  if (fault_) {
    return std::unexpected(fault_->toError());
  }
  if (answer_ == TaskAnswer::Task) {
    list_.tasks.push_back(std::move(task_));
  }
  return std::move(list_);
}

bool TaskEvents::isList() const noexcept {
  return scope_ == Scope::Root && answer_ == TaskAnswer::List &&
         (member_ == "taskList" || member_ == "taskListDtos");
}

void TaskEvents::startObject() {
  if (scope_ == Scope::Document) {
    scope_ = Scope::Root;
  } else if (scope_ == Scope::List) {
    scope_ = Scope::Entry;
  } else {
    receive(JsonEvent::StartObject, {});
    skippedDepth_ = 1;
  }
}

void TaskEvents::startArray() {
  // Where both names of the list are given, the first that has entries counts.
  if (isList() && list_.tasks.empty()) {
    scope_ = Scope::List;
    listName_ = member_;
    entries_ = 0;
    return;
  }
  if (!isList()) {
    receive(JsonEvent::StartArray, {});
  }
  skippedDepth_ = 1;
}

void TaskEvents::end() {
  if (scope_ == Scope::Entry) {
    list_.tasks.push_back(std::exchange(task_, {}));
    ++entries_;
  }
  scope_ = static_cast<Scope>(static_cast<std::uint8_t>(scope_) - 1);
}

void TaskEvents::receive(JsonEvent kind, std::string_view text) {
  if (scope_ == Scope::Root || scope_ == Scope::Entry) {
    if (!take(kind, text)) {
      refuse(kind);
    }
    return;
  }
  expected_ = "object";
  refuse(kind);
  ++entries_;
}

bool TaskEvents::take(JsonEvent kind, std::string_view text) {
  if (scope_ == Scope::Root) {
    const auto found = std::ranges::find(envelopeMembers, member_, &EnvelopeMember::name);
    if (found != envelopeMembers.end()) {
      const bool taken = takeText(envelope_.*found->value, found->name.ends_with(codeName), kind, text);
      return taken || found - envelopeMembers.begin() >= checkedMembers;
    }
    if (isList()) {
      expected_ = "array";
      return kind == JsonEvent::Null;
    }
    if (answer_ == TaskAnswer::List) {
      return member_ != "nextCursor" || takeText(list_.nextCursor, true, kind, text);
    }
  }
  for (const auto& member : taskMembers) {
    if (member_ == member.name) {
      return takeOfTask(member, kind, text);
    }
  }
  return true;
}

bool TaskEvents::takeText(std::string& value, bool orInteger, JsonEvent kind, std::string_view text) {
  expected_ = orInteger ? "integer-or-string" : "string";
  value = text;
  return kind == JsonEvent::Null || kind == JsonEvent::String || (orInteger && isInteger(kind, text));
}

bool TaskEvents::takeOfTask(const TaskMember& member, JsonEvent kind, std::string_view text) {
  if (member.text != nullptr) {
    return takeText(task_.*member.text, member.type == TaskMember::Type::TextOrInteger, kind, text);
  }
  auto& number = task_.*member.number;
  number.reset();
  if (member.type == TaskMember::Type::Integer) {
    expected_ = "integer";
    if (isInteger(kind, text)) {
      number = readInteger(text);
    }
    return number || kind == JsonEvent::Null;
  }
  expected_ = "time";
  if (kind == JsonEvent::String) {
    number = parseTaskTime(text);
  }
  // The time of what has not happened yet may be null or empty.
  return number || kind == JsonEvent::Null || (kind == JsonEvent::String && text.empty());
}

TaskEvents::Rank TaskEvents::rankOfMember() const noexcept {
  if (scope_ == Scope::Document) {
    return Rank::Root;
  }
  return scope_ == Scope::Root && member_ == codeName ? Rank::Code : Rank::Other;
}

void TaskEvents::refuse(JsonEvent kind) {
  const auto rank = rankOfMember();
  if (!fault_ || rank < rank_) {
    rank_ = rank;
    fault_ = {.reason = ErrorReason::WrongType,
              .pointer = pointer(),
              .expected = expected_,
              .actual = typeOf(kind)};
  }
}

std::string TaskEvents::pointer() const {
  if (scope_ == Scope::Document) {
    return {};
  }
  std::string place;
  if (scope_ != Scope::Root) {
    place.append("/").append(listName_).append("/").append(decimal(entries_));
  }
  return scope_ == Scope::List ? place : place.append("/").append(member_);
}

}  // namespace koodrive
