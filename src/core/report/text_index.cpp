#include "core/report/text_index.hpp"

#include <cstring>
#include <utility>

namespace koodrive {
namespace {

std::uint64_t load(const char* bytes, std::size_t count) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  return word;
}

std::uint64_t mix(std::uint64_t state, std::uint64_t word) noexcept {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;  // 2^64 divided by the golden ratio
  state = (state ^ word) * multiplier;
  return state ^ (state >> 29U);
}

constexpr std::size_t smallestTable = 16;

}  // namespace

std::uint32_t TextIndex::hashOf(std::string_view text) noexcept {
  constexpr std::size_t wordBytes = sizeof(std::uint64_t);
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t state = mix(0, left);
  for (; left >= wordBytes; left -= wordBytes, at += wordBytes) {
    state = mix(state, load(at, wordBytes));
  }
  if (left != 0) {
    state = mix(state, load(at, left));
  }
  state = mix(state, 0);
  return static_cast<std::uint32_t>(state ^ (state >> 32U));
}

void TextIndex::insert(std::uint32_t hash, Id id) {
  // A load factor of at most 3/4 keeps probe sequences short.
  if ((used_ + 1) * 4 > slots_.size() * 3) {
    grow();
  }
  place({.hash = hash, .idPlusOne = id + 1});
  ++used_;
}

void TextIndex::place(Slot slot) noexcept {
  std::size_t at = placeOf(slot.hash);
  while (slots_[at].idPlusOne != 0) {
    at = (at + 1) & (slots_.size() - 1);
  }
  slots_[at] = slot;
}

void TextIndex::grow() {
  std::vector<Slot> larger(slots_.empty() ? smallestTable : slots_.size() * 2);
  std::swap(slots_, larger);
  for (const Slot& slot : larger) {
    if (slot.idPlusOne != 0) {
      place(slot);
    }
  }
}

}  // namespace koodrive
