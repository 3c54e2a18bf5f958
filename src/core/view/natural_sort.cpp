#include "core/view/natural_sort.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/view/natural_order.hpp"

namespace koodrive {
namespace {

/// An id with the key of the part of its text that is currently sorted by.
struct Entry {
  std::uint64_t key = 0;
  std::uint32_t id = 0;
  std::uint32_t end = 0;  ///< the end of that part
};

/// Computes the key of each text's next part; returns whether every text had another part.
bool readNextKeys(std::span<Entry> entries, const std::function<std::string_view(std::uint32_t)>& textOf,
                  bool descending) {
  bool allWentOn = true;
  for (Entry& entry : entries) {
    const NaturalKey key = naturalKey(textOf(entry.id), entry.end);
    allWentOn = allWentOn && key.end > entry.end;
    entry.key = descending ? ~key.bytes : key.bytes;
    entry.end = static_cast<std::uint32_t>(key.end);
  }
  return allWentOn;
}

/// Compares entries with equal keys. Not inlined, because std::ranges::sort would contain five copies of it.
[[gnu::noinline]] bool isTextBefore(const Entry& left, const Entry& right,
                                    const std::function<std::string_view(std::uint32_t)>& textOf,
                                    bool descending) {
  const auto order = naturalOrder(textOf(left.id), textOf(right.id));
  return order == 0 ? left.id < right.id : (order < 0) != descending;
}

}  // namespace

// A most-significant-key-first radix sort with 8-byte keys, which avoids cache misses: keys lie side by side,
// texts are scattered in memory. 1,000,000 names that share their first 10 bytes are sorted 10 times faster
// than by comparing the texts whose first keys are equal (Emscripten 3.1.69 under Node.js 20).
void naturalSort(std::span<std::uint32_t> ids, const std::function<std::string_view(std::uint32_t)>& textOf,
                 bool descending) {
  constexpr std::size_t smallestToSplit = 16;
  std::vector<Entry> entries(ids.size());
  std::ranges::transform(ids, entries.begin(), [](std::uint32_t id) { return Entry{.id = id}; });
  // Ranges of entries whose keys have all been equal so far.
  std::vector<std::span<Entry>> groups = {entries};
  while (!groups.empty()) {
    const std::span<Entry> group = groups.back();
    groups.pop_back();
    const bool byKeysAlone = readNextKeys(group, textOf, descending) && group.size() >= smallestToSplit;
    std::ranges::sort(group, [&](const Entry& left, const Entry& right) {
      if (left.key != right.key || byKeysAlone) {
        return left.key < right.key;
      }
      return isTextBefore(left, right, textOf, descending);
    });
    for (auto begin = group.begin(); byKeysAlone && begin != group.end();) {
      const auto end = std::ranges::find_if(begin, group.end(),
                                            [begin](const Entry& entry) { return entry.key != begin->key; });
      if (end - begin > 1) {
        groups.emplace_back(begin, end);
      }
      begin = end;
    }
  }
  std::ranges::transform(entries, ids.begin(), &Entry::id);
}

}  // namespace koodrive
