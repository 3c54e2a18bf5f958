#include "core/task/task_events.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/decode/answer_shape.hpp"
#include "core/task/task_time.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

constexpr std::string_view textOrInteger = "integer-or-string";

/// A member whose value is kept as text.
template <class Owner, class Text>
struct TextMember {
  std::string_view name;
  Text Owner::* value;
  bool orInteger = false;  ///< may be an integer, whose digits are kept
};

template <class Value>
struct TaskMember {
  std::string_view name;
  std::optional<Value> TaskInfo::* value;
};

constexpr std::array<TextMember<Envelope, std::string>, 5> envelopeMembers{{
    {.name = "code", .value = &Envelope::code, .orInteger = true},
    {.name = "msg", .value = &Envelope::msg},
    {.name = "error_code", .value = &Envelope::errorCode, .orInteger = true},
    {.name = "error_msg", .value = &Envelope::errorMsg},
    {.name = "request_id", .value = &Envelope::requestId},
}};

constexpr std::array<TextMember<TaskInfo, std::optional<std::string>>, 6> textMembers{{
    {.name = "taskId", .value = &TaskInfo::taskId},
    {.name = "taskName", .value = &TaskInfo::taskName},
    {.name = "tenantId", .value = &TaskInfo::tenantId},
    {.name = "userId", .value = &TaskInfo::userId},
    {.name = "resultCode", .value = &TaskInfo::resultCode, .orInteger = true},
    {.name = "locale", .value = &TaskInfo::locale},
}};

constexpr std::array<TaskMember<std::int64_t>, 2> numberMembers{{
    {.name = "taskType", .value = &TaskInfo::taskType},
    {.name = "status", .value = &TaskInfo::status},
}};

constexpr std::array<TaskMember<std::int64_t>, 3> timeMembers{{
    {.name = "createTime", .value = &TaskInfo::createTime},
    {.name = "startTime", .value = &TaskInfo::startTime},
    {.name = "endTime", .value = &TaskInfo::endTime},
}};

template <class Members>
const typename Members::value_type* find(const Members& members, std::string_view name) noexcept {
  const auto found = std::ranges::find(members, name, &Members::value_type::name);
  return found == members.end() ? nullptr : &*found;
}

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
    startMember(text);
  } else if (kind == JsonEvent::StartObject) {
    startObject();
  } else if (kind == JsonEvent::StartArray) {
    startArray();
  } else {
    receive(kind, text);
  }
}

std::optional<Error> TaskEvents::fault() const {
  if (rootFault_) {
    return rootFault_;
  }
  if (codeFault_ && envelope_.code.empty()) {
    return codeFault_;
  }
  auto refusal = refusalIn(envelope_);
  return refusal ? std::move(refusal) : firstFault_;
}

bool TaskEvents::isList() const noexcept {
  return scope_ == Scope::Root && answer_ == Answer::List &&
         (member_ == "taskList" || member_ == "taskListDtos");
}

void TaskEvents::startMember(std::string_view name) {
  member_ = name;
  // Of a member that comes twice the last one counts, also where that is null.
  if (scope_ == Scope::Root) {
    if (const auto* const member = find(envelopeMembers, name)) {
      (envelope_.*member->value).clear();
    }
  }
  const auto forget = [this, name](const auto& members) {
    if (const auto* const member = find(members, name)) {
      (task_.*member->value).reset();
    }
  };
  forget(textMembers);
  forget(numberMembers);
  forget(timeMembers);
}

void TaskEvents::startObject() {
  if (scope_ == Scope::Document) {
    scope_ = Scope::Root;
  } else if (scope_ == Scope::List) {
    scope_ = Scope::Entry;
    task_ = {};
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
  expected_ = {};
  switch (scope_) {
    case Scope::Document:
    case Scope::List:
      expected_ = "object";
      refuse(kind);
      ++entries_;
      return;
    case Scope::Root:
      if (kind != JsonEvent::Null && !takeOfRoot(kind, text)) {
        refuse(kind);
      }
      return;
    case Scope::Entry:
      if (kind != JsonEvent::Null && !takeOfTask(kind, text)) {
        refuse(kind);
      }
      return;
  }
}

bool TaskEvents::takeOfRoot(JsonEvent kind, std::string_view text) {
  if (const auto* const member = find(envelopeMembers, member_)) {
    expected_ = member->orInteger ? textOrInteger : "string";
    if (kind != JsonEvent::String && !(member->orInteger && isInteger(kind, text))) {
      // The gateway's error members do not occur in an answer that reports success.
      return member >= &envelopeMembers[2];
    }
    envelope_.*member->value = text;
    return true;
  }
  if (answer_ == Answer::Task) {
    return takeOfTask(kind, text);
  }
  if (isList()) {
    expected_ = "array";
    return false;
  }
  if (member_ == "nextCursor") {
    expected_ = textOrInteger;
    if (kind != JsonEvent::String && !isInteger(kind, text)) {
      return false;
    }
    list_.nextCursor = text;
  }
  return true;
}

bool TaskEvents::takeOfTask(JsonEvent kind, std::string_view text) {
  if (const auto* const member = find(textMembers, member_)) {
    expected_ = member->orInteger ? textOrInteger : "string";
    if (kind != JsonEvent::String && !(member->orInteger && isInteger(kind, text))) {
      return false;
    }
    task_.*member->value = text;
  } else if (const auto* const number = find(numberMembers, member_)) {
    expected_ = "integer";
    const auto value = isInteger(kind, text) ? readInteger(text) : std::nullopt;
    task_.*number->value = value;
    return value.has_value();
  } else if (const auto* const time = find(timeMembers, member_)) {
    expected_ = "time";
    const bool empty = kind == JsonEvent::String && text.empty();
    const auto value = kind == JsonEvent::String ? parseTaskTime(text) : std::nullopt;
    task_.*time->value = value;
    return empty || value.has_value();
  }
  return true;
}

void TaskEvents::refuse(JsonEvent kind) {
  auto& fault = scope_ == Scope::Document                                     ? rootFault_
                : scope_ == Scope::Root && member_ == envelopeMembers[0].name ? codeFault_
                                                                              : firstFault_;
  if (!fault) {
    fault = ShapeFault{.reason = ErrorReason::WrongType,
                       .pointer = pointer(),
                       .expected = expected_,
                       .actual = typeOf(kind)}
                .toError();
  }
}

std::string TaskEvents::pointer() const {
  if (scope_ == Scope::Document) {
    return {};
  }
  if (scope_ == Scope::Root) {
    return "/" + member_;
  }
  auto place = "/" + listName_ + "/" + decimal(entries_);
  return scope_ == Scope::Entry ? place.append("/").append(member_) : place;
}

}  // namespace koodrive
