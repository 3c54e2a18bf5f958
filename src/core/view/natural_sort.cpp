#include "core/view/natural_sort.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/text/ascii.hpp"
#include "core/view/natural_order.hpp"

namespace koodrive {
namespace {

using TextOf = FunctionRef<std::string_view(std::uint32_t)>;

/// An id and the cached key of its text; 12 bytes, which a 64-bit member would make 16.
struct Entry {
  std::uint32_t high = 0;
  std::uint32_t low = 0;
  std::uint32_t id = 0;

  [[nodiscard]] std::uint64_t key() const noexcept { return (std::uint64_t{high} << 32U) | low; }
};

/// Neighbours that are still to be sorted; the bytes of their texts before `start` are the same.
struct Group {
  std::span<Entry> entries;
  std::size_t start = 0;
  NaturalKeyStart kind = NaturalKeyStart::BetweenParts;
};

/// Below this, comparing keys costs less than counting their bytes.
constexpr std::size_t smallestForRadix = 2048;

class NaturalSorter {
 public:
  NaturalSorter(std::span<std::uint32_t> ids, TextOf textOf, bool descending)
      : textOf_(textOf), inversion_(descending ? ~std::uint64_t{0} : 0), entries_(ids.size()) {
    std::ranges::transform(ids, entries_.begin(), [](std::uint32_t id) { return Entry{.id = id}; });
  }

  void sort() {
    groups_.push_back({.entries = entries_});
    while (!groups_.empty()) {
      const Group group = groups_.back();
      groups_.pop_back();
      sortGroup(group);
    }
  }

  void writeTo(std::span<std::uint32_t> ids) const {
    std::ranges::transform(entries_, ids.begin(), &Entry::id);
  }

 private:
  [[nodiscard]] std::string_view text(const Entry& entry) const { return textOf_(entry.id); }

  void sortGroup(Group group) {
    if (skipCommonStart(group)) {
      return;
    }
    const bool ordered = assignKeys(group);
    if (group.entries.size() < smallestForRadix) {
      sortByComparing(group.entries);
      return;
    }
    if (!ordered) {
      sortByKeys(group.entries);
    }
    pushGroupsOfEqualKeys(group);
  }

  /// Moves the group's start to where its texts differ; returns whether they do not.
  [[nodiscard]] bool skipCommonStart(Group& group) const {
    const std::string_view first = text(group.entries.front());
    std::size_t same = first.size();
    bool equal = true;
    for (const Entry& entry : group.entries) {
      const std::string_view other = text(entry);
      const std::size_t end = std::min(same, other.size());
      std::size_t at = group.start;
      while (at < end && first[at] == other[at]) {
        ++at;
      }
      same = at;
      equal = equal && same == first.size() && same == other.size();
      if (same == group.start && !equal) {
        break;
      }
    }
    if (!equal) {
      startAt(same, group);
    }
    return equal;
  }

  /// A start within a number is safe where the number is equally long in all texts; else it is the number's.
  void startAt(std::size_t place, Group& group) const {
    const std::string_view first = text(group.entries.front());
    std::size_t number = place;
    while (number > group.start && isDigit(first[number - 1])) {
      --number;
    }
    if (number == place) {
      group.kind = place == group.start ? group.kind : NaturalKeyStart::BetweenParts;
      group.start = place;
    } else if (number == group.start && group.kind == NaturalKeyStart::WithinNumber) {
      group.start = place;
    } else if (endsAlike(group.entries, place)) {
      group.start = place;
      group.kind = NaturalKeyStart::WithinNumber;
    } else {
      group.start = number;
      group.kind = NaturalKeyStart::BetweenParts;
    }
  }

  /// Whether the run of digits that `place` is in or behind ends at the same place in all texts.
  [[nodiscard]] bool endsAlike(std::span<const Entry> entries, std::size_t place) const {
    const auto endOfNumber = [&](const Entry& entry) {
      const std::string_view rest = text(entry).substr(place);
      return std::ranges::find_if_not(rest, isDigit) - rest.begin();
    };
    const auto end = endOfNumber(entries.front());
    return std::ranges::all_of(entries, [&](const Entry& entry) { return endOfNumber(entry) == end; });
  }

  /// Returns whether the keys come in order as the entries stand.
  [[nodiscard]] bool assignKeys(const Group& group) const {
    bool ordered = true;
    std::uint64_t last = 0;
    for (Entry& entry : group.entries) {
      const std::uint64_t key = naturalKey(text(entry).substr(group.start), group.kind) ^ inversion_;
      entry.high = static_cast<std::uint32_t>(key >> 32U);
      entry.low = static_cast<std::uint32_t>(key);
      ordered = ordered && last <= key;
      last = key;
    }
    return ordered;
  }

  void pushGroupsOfEqualKeys(const Group& group) {
    const auto entries = group.entries;
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin + 1;
      while (end < entries.size() && entries[end].key() == entries[begin].key()) {
        ++end;
      }
      const auto equal = entries.subspan(begin, end - begin);
      if (equal.size() == entries.size()) {
        // Keys do not tell these apart, e.g. numbers that differ in leading zeros alone.
        sortByComparing(equal);
      } else if (equal.size() > 1) {
        groups_.push_back({.entries = equal, .start = group.start, .kind = group.kind});
      }
      begin = end;
    }
  }

  void sortByComparing(std::span<Entry> entries) const {
    const auto comesBefore = [this](const Entry& left, const Entry& right) {
      if (left.key() != right.key()) {
        return left.key() < right.key();
      }
      const auto order = naturalOrder(text(left), text(right));
      return order == 0 ? left.id < right.id : (order < 0) != (inversion_ != 0);
    };
    // A heap takes a fifth of the code of std::ranges::sort.
    std::ranges::make_heap(entries, comesBefore);
    std::ranges::sort_heap(entries, comesBefore);
  }

  /// Stable: one counting pass for each byte in which the keys differ, the last byte first.
  void sortByKeys(std::span<Entry> entries) {
    constexpr unsigned bitsOfByte = 8;
    constexpr unsigned bitsOfKey = 64;
    scratch_.resize(entries.size());
    std::span<Entry> from = entries;
    std::span<Entry> to = std::span(scratch_).first(entries.size());
    for (unsigned shift = 0; shift < bitsOfKey; shift += bitsOfByte) {
      const auto byteOf = [shift](const Entry& entry) {
        return static_cast<std::size_t>((entry.key() >> shift) & 0xFFU);
      };
      std::array<std::uint32_t, 256> places = {};
      for (const Entry& entry : from) {
        ++places[byteOf(entry)];
      }
      if (places[byteOf(from.front())] == from.size()) {
        continue;
      }
      std::uint32_t next = 0;
      for (std::uint32_t& place : places) {
        next += std::exchange(place, next);
      }
      for (const Entry& entry : from) {
        to[places[byteOf(entry)]++] = entry;
      }
      std::swap(from, to);
    }
    if (from.data() != entries.data()) {
      std::ranges::copy(from, entries.begin());
    }
  }

  TextOf textOf_;
  std::uint64_t inversion_;
  std::vector<Entry> entries_;
  std::vector<Entry> scratch_;
  std::vector<Group> groups_;
};

/// Whether each text comes in `order` with the next, or is equal to it where that is allowed.
bool isSorted(std::span<const std::uint32_t> ids, TextOf textOf, std::strong_ordering order,
              bool equalAllowed) {
  std::string_view last = textOf(ids.front());
  return std::ranges::all_of(ids.subspan(1), [&](std::uint32_t id) {
    const std::string_view next = textOf(id);
    const auto found = naturalOrder(std::exchange(last, next), next);
    return found == order || (equalAllowed && found == 0);
  });
}

}  // namespace

void naturalSort(std::span<std::uint32_t> ids, TextOf textOf, bool descending) {
  const auto wanted = descending ? std::strong_ordering::greater : std::strong_ordering::less;
  if (ids.empty() || isSorted(ids, textOf, wanted, true)) {
    return;
  }
  if (isSorted(ids, textOf, 0 <=> wanted, false)) {
    std::ranges::reverse(ids);
    return;
  }
  NaturalSorter sorter(ids, textOf, descending);
  sorter.sort();
  sorter.writeTo(ids);
}

}  // namespace koodrive
