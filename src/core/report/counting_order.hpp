#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

// A stable counting sort. It sorts 1,000,000 rows by reason 50 times faster than std::ranges::stable_sort,
// which also takes 1.5 KB of brotli more (Emscripten 3.1.69); retire it when rows are no longer sorted on
// every click.
namespace koodrive {

/// Sorts `ids` by `bucketOf(id)`, which must be less than `bucketCount`. Throws std::bad_alloc when memory
/// runs out; `ids` is unchanged then.
template <class BucketOf>
void orderByBucket(std::vector<std::uint32_t>& ids, std::size_t bucketCount, BucketOf bucketOf) {
  std::vector<std::uint32_t> places(bucketCount);
  for (const std::uint32_t id : ids) {
    ++places[bucketOf(id)];
  }
  std::uint32_t next = 0;
  for (std::uint32_t& place : places) {
    next += std::exchange(place, next);
  }
  std::vector<std::uint32_t> ordered(ids.size());
  for (const std::uint32_t id : ids) {
    ordered[places[bucketOf(id)]++] = id;
  }
  ids = std::move(ordered);
}

/// Sorts `ids` by `countOf(id)` in descending order. Memory use is proportional to the largest count.
template <class CountOf>
void orderByCount(std::vector<std::uint32_t>& ids, CountOf countOf) {
  const auto sizeOf = [&countOf](std::uint32_t id) { return static_cast<std::size_t>(countOf(id)); };
  std::size_t largest = 0;
  for (const std::uint32_t id : ids) {
    largest = std::max(largest, sizeOf(id));
  }
  orderByBucket(ids, largest + 1, [&](std::uint32_t id) { return largest - sizeOf(id); });
}

}  // namespace koodrive
