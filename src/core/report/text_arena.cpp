#include "core/report/text_arena.hpp"

#include <new>
#include <utility>

namespace koodrive {
namespace {

// An address holds a chunk's index in its upper bits and an offset into the chunk in the lower 16. For a
// large text, which has a string of its own, it is `largeBit` and that string's index.
constexpr unsigned placeBits = 16;
constexpr std::size_t chunkBytes = std::size_t{1} << placeBits;
constexpr TextArena::Address largeBit = TextArena::Address{1} << 31U;
constexpr std::size_t longestSmallText = chunkBytes / 8;

// Each text is preceded by its length: one byte for less than 128; else the low 7 bits with `lengthMark` set,
// then a byte with the high bits.
constexpr std::size_t lengthMark = 0x80;
static_assert(longestSmallText < lengthMark << 8U);

}  // namespace

TextArena::Address TextArena::append(std::string_view text) {
  if (text.size() > longestSmallText) {
    return appendLarge(text);
  }
  if (chunks_.empty() || chunks_.back().size() + text.size() + 2 > chunkBytes) {
    if (chunks_.size() == largeBit >> placeBits) {
      throw std::bad_alloc();
    }
    std::string chunk;
    // The first chunk reserves nothing, because a report of ten failures does not need 64 KiB.
    if (!chunks_.empty()) {
      chunk.reserve(chunkBytes);
    }
    chunks_.push_back(std::move(chunk));
  }
  std::string& chunk = chunks_.back();
  const auto address = static_cast<Address>(((chunks_.size() - 1) << placeBits) | chunk.size());
  if (text.size() < lengthMark) {
    chunk.push_back(static_cast<char>(text.size()));
  } else {
    chunk.push_back(static_cast<char>((text.size() % lengthMark) | lengthMark));
    chunk.push_back(static_cast<char>(text.size() / lengthMark));
  }
  chunk.append(text);
  return address;
}

TextArena::Address TextArena::appendLarge(std::string_view text) {
  // The last index is not used, because its address would equal `nowhere`.
  if (large_.size() >= (largeBit - 1)) {
    throw std::bad_alloc();
  }
  large_.emplace_back(text);
  return largeBit | static_cast<Address>(large_.size() - 1);
}

std::string_view TextArena::at(Address address) const {
  if ((address & largeBit) != 0) {
    return large_[address & ~largeBit];
  }
  const char* at = chunks_[address >> placeBits].data() + (address & (chunkBytes - 1));
  std::size_t length = static_cast<unsigned char>(*at++);
  if (length >= lengthMark) {
    length = length - lengthMark + (lengthMark * static_cast<unsigned char>(*at++));
  }
  return {at, length};
}

void TextArena::shrinkToFit() {
  if (!chunks_.empty()) {
    chunks_.back().shrink_to_fit();
  }
  chunks_.shrink_to_fit();
  large_.shrink_to_fit();
}

}  // namespace koodrive
