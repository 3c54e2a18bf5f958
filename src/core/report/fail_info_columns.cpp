#include "core/report/fail_info_columns.hpp"

#include <algorithm>
#include <ranges>

#include "core/report/counting_order.hpp"

namespace koodrive {

namespace {

std::optional<std::string_view> textAt(const TextArena& arena, TextArena::Address address) {
  if (address == TextArena::nowhere) {
    return std::nullopt;
  }
  return arena.at(address);
}

}  // namespace

UserImportFailInfo FailInfoColumns::at(std::size_t index) const {
  return {.userName = userNameOf(index), .desc = reason(reasonOf(index)).desc};
}

std::optional<std::string_view> FailInfoColumns::userNameOf(std::size_t index) const {
  return textAt(userNames_, rows_[index].userName);
}

ReasonCount FailInfoColumns::reason(ReasonId id) const {
  const Reason& reason = reasons_[id];
  return {.desc = textAt(descs_, reason.desc), .count = reason.count};
}

std::vector<FailInfoColumns::ReasonId> FailInfoColumns::reasonsByCount() const {
  std::vector<ReasonId> ids(reasonCount());
  std::ranges::copy(std::views::iota(ReasonId{0}, static_cast<ReasonId>(ids.size())), ids.begin());
  orderByCount(ids, [this](ReasonId id) { return reasons_[id].count; });
  return ids;
}

void FailInfoColumns::append(std::optional<std::string_view> userName, std::optional<std::string_view> desc) {
  const ReasonId reason = idOf(desc);
  rows_.push_back(
      {.userName = userName ? userNames_.append(*userName) : TextArena::nowhere, .reason = reason});
  ++reasons_[reason].count;
}

void FailInfoColumns::shrinkToFit() {
  index_ = {};
  userNames_.shrinkToFit();
  descs_.shrinkToFit();
  rows_.shrink_to_fit();
  reasons_.shrink_to_fit();
}

FailInfoColumns::ReasonId FailInfoColumns::idOf(std::optional<std::string_view> desc) {
  if (!desc) {
    if (!absentReason_) {
      absentReason_ = addReason(TextArena::nowhere);
    }
    return *absentReason_;
  }
  if (index_.empty() && reasonCount() != 0) {
    indexReasons();
  }
  return index_.findOrAdd(
      TextIndex::hashOf(*desc), [&](ReasonId id) { return descs_.at(reasons_[id].desc) == *desc; },
      [&] { return addReason(descs_.append(*desc)); });
}

FailInfoColumns::ReasonId FailInfoColumns::addReason(TextArena::Address desc) {
  reasons_.push_back({.desc = desc, .count = 0});
  return static_cast<ReasonId>(reasons_.size() - 1);
}

void FailInfoColumns::indexReasons() {
  for (ReasonId id = 0; id < reasonCount(); ++id) {
    if (const auto desc = textAt(descs_, reasons_[id].desc)) {
      index_.insert(TextIndex::hashOf(*desc), id);
    }
  }
}

bool operator==(const FailInfoColumns& left, const FailInfoColumns& right) {
  if (left.size() != right.size()) {
    return false;
  }
  for (std::size_t index = 0; index < left.size(); ++index) {
    if (left.at(index) != right.at(index)) {
      return false;
    }
  }
  return true;
}

}  // namespace koodrive
