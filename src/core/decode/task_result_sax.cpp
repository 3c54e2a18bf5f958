#include "core/decode/task_result_sax.hpp"

#include <utility>

#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

bool isInteger(std::string_view number) noexcept {
  return number.find_first_of(".eE") == std::string_view::npos;
}

}  // namespace

Member TaskResultSax::memberOutsideEntries(std::string_view name) const noexcept {
  switch (scope_) {
    case Scope::Root:
      return memberNamed(name, Member::Code, Member::Provenance);
    case Scope::Data:
      return memberNamed(name, Member::SuccessCount, Member::FailInfoList);
    case Scope::Provenance:
      return memberNamed(name, Member::TaskId, Member::Version);
    default:
      return Member::Unknown;
  }
}

void TaskResultSax::restartMember() {
  if (!answer_.duplicates) {
    answer_.duplicates = Warning{.kind = Warning::Kind::DuplicateMember, .pointer = pointerToMember()};
  }
  ++answer_.duplicates->count;
  answer_.forget(member_);
  if (member_ == Member::Data) {
    seen_ &= ~membersOfData;
  } else if (member_ == Member::UserName) {
    userName_.given = false;
  } else if (member_ == Member::Desc) {
    desc_.given = false;
  }
}

void TaskResultSax::endEntry() {
  const auto viewOf = [](const EntryText& entryText) {
    return entryText.given ? std::optional(std::string_view(entryText.text)) : std::nullopt;
  };
  answer_.failInfoList.append(viewOf(userName_), viewOf(desc_));
  if (shapeFaultCount_ != 0) [[unlikely]] {
    keepEntryFault();
  }
  ++entries_;
  scope_ = Scope::List;
}

void TaskResultSax::keepEntryFault() {
  auto& ofUserName = answer_.shapeFaultOf(Member::UserName);
  auto& ofDesc = answer_.shapeFaultOf(Member::Desc);
  auto& ofList = answer_.shapeFaultOf(Member::FailInfoList);
  if (!ofList) {
    const bool descFirst = ofDesc && (!ofUserName || ofDesc->order < ofUserName->order);
    ofList = std::move(descFirst ? ofDesc : ofUserName);
  }
  ofUserName.reset();
  ofDesc.reset();
}

void TaskResultSax::passOn(JsonEvent kind, std::string_view text) {
  if (receiver_ != nullptr) {
    receiver_->event(kind, text);
  }
}

void TaskResultSax::startObject() {
  if (skippedDepth_ != 0) {
    ++skippedDepth_;
    passOn(JsonEvent::StartObject);
  } else if (scope_ == Scope::Document) {
    scope_ = Scope::Root;
  } else if (scope_ == Scope::Root && member_ == Member::Data) {
    answer_.hasData = true;
    scope_ = Scope::Data;
  } else if (scope_ == Scope::Root && member_ == Member::Provenance) {
    answer_.provenance = Provenance{};
    scope_ = Scope::Provenance;
  } else {
    receive(JsonType::Object);
    skippedDepth_ = 1;
  }
}

void TaskResultSax::startArray() {
  if (skippedDepth_ != 0) {
    ++skippedDepth_;
    passOn(JsonEvent::StartArray);
  } else if (scope_ == Scope::Data && member_ == Member::FailInfoList) {
    entries_ = 0;
    scope_ = Scope::List;
  } else {
    receive(JsonType::Array);
    skippedDepth_ = 1;
  }
}

void TaskResultSax::endStructure(JsonEvent kind) {
  if (skippedDepth_ != 0) {
    --skippedDepth_;
    passOn(kind);
  } else if (scope_ == Scope::Provenance) {
    scope_ = Scope::Root;
  } else {
    scope_ = static_cast<Scope>(static_cast<std::uint8_t>(scope_) - 1);
  }
}

void TaskResultSax::receive(JsonType type) {
  if (skippedDepth_ != 0) {
    return;
  }
  if (scope_ == Scope::Document) {
    refuse(ErrorReason::WrongType, "object", type);
  } else if (scope_ == Scope::List) {
    refuse(ErrorReason::WrongType, "object", type);
    ++entries_;
  } else if (member_ >= Member::TaskId || member_ == Member::Provenance) {
    answer_.provenance.emplace().isDamaged = true;
  } else if (type != JsonType::Null && (setOf(member_) & membersOfReport) != 0) {
    refuse(ErrorReason::WrongType, expectedOf(member_), type);
  }
}

void TaskResultSax::receiveProvenance(std::string_view text) {
  if (!answer_.provenance) {
    return;
  }
  switch (auto& provenance = *answer_.provenance; member_) {
    case Member::TaskId:
      provenance.taskId = text;
      return;
    case Member::TraceId:
      provenance.traceId = text;
      return;
    case Member::ReceivedAt:
      provenance.receivedAt = text;
      return;
    case Member::ImportFile:
      provenance.importFile = text;
      return;
    case Member::Version:
      provenance.version = text;
      return;
    default:
      return;
  }
}

void TaskResultSax::receiveText(std::string_view text) {
  if (scope_ == Scope::Provenance) {
    receiveProvenance(text);
    return;
  }
  switch (scope_ == Scope::Root ? member_ : Member::Unknown) {
    case Member::Code:
      answer_.envelope.code = text;
      return;
    case Member::Msg:
      answer_.envelope.msg = text;
      return;
    case Member::ErrorCode:
      answer_.envelope.errorCode = text;
      return;
    case Member::ErrorMsg:
      answer_.envelope.errorMsg = text;
      return;
    case Member::RequestId:
      answer_.envelope.requestId = text;
      return;
    default:
      receive(JsonType::String);
  }
}

bool TaskResultSax::number_integer(std::int64_t value) {
  if (value >= 0) {
    return number_unsigned(static_cast<std::uint64_t>(value));
  }
  const auto size = std::uint64_t{0} - static_cast<std::uint64_t>(value);
  receiveNumber(std::nullopt, [size] { return "-" + decimal(size); });
  return true;
}

bool TaskResultSax::number_unsigned(std::uint64_t value) {
  receiveNumber(value, [value] { return decimal(value); });
  return true;
}

bool TaskResultSax::number_float(ParsedFraction /*value*/, std::string_view text) {
  // The parser reports integers beyond 64 bits as floats as well.
  receiveNumber(std::nullopt, [text] { return std::string(text); });
  return true;
}

template <class TextOf>
void TaskResultSax::receiveNumber(std::optional<std::uint64_t> count, TextOf textOf) {
  if (skippedDepth_ != 0) {
    return receiver_ == nullptr ? void() : receiver_->event(JsonEvent::Number, textOf());
  }
  if (scope_ == Scope::Root && (member_ == Member::Code || member_ == Member::ErrorCode)) {
    if (std::string text = textOf(); isInteger(text)) {
      (member_ == Member::Code ? answer_.envelope.code : answer_.envelope.errorCode) = std::move(text);
      return;
    }
  } else if (scope_ == Scope::Data && (member_ == Member::SuccessCount || member_ == Member::FailCount)) {
    if (count && *count <= largestCount) {
      (member_ == Member::SuccessCount ? answer_.successCount : answer_.failCount) = count;
    } else {
      refuse(ErrorReason::NotACount, countExpected, JsonType::Number);
    }
    return;
  }
  receive(JsonType::Number);
}

void TaskResultSax::refuse(ErrorReason reason, std::string_view expected, JsonType actual) {
  auto& fault = answer_.shapeFaultOf(slotOfScope());
  if (!fault) {
    fault = ShapeFault{.reason = reason,
                       .pointer = pointerToMember(),
                       .expected = expected,
                       .actual = actual,
                       .order = shapeFaultCount_};
  }
  ++shapeFaultCount_;
}

Member TaskResultSax::slotOfScope() const noexcept {
  switch (scope_) {
    case Scope::Document:
      return Member::Unknown;
    case Scope::List:
      return Member::FailInfoList;
    default:
      return member_;
  }
}

std::string TaskResultSax::pointerToMember() const {
  if (scope_ == Scope::Document) {
    return {};
  }
  if (scope_ == Scope::Root || scope_ == Scope::Data) {
    return std::string(pointerTo(member_));
  }
  std::string pointer(pointerTo(Member::FailInfoList));
  pointer.append("/").append(decimal(entries_));
  return scope_ == Scope::Entry ? pointer.append(pointerTo(member_)) : pointer;
}

}  // namespace koodrive
