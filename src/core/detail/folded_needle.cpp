#include "core/detail/folded_needle.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include "core/detail/ascii.hpp"
#include "core/detail/case_folding.hpp"
#include "core/detail/utf8.hpp"

namespace koodrive::detail {
namespace {

using Word = std::uint64_t;
constexpr std::size_t wordBytes = sizeof(Word);
constexpr Word lowBits = 0x0101010101010101U;
constexpr Word highBits = lowBits << 7U;
constexpr char caseBit = 0x20;
static_assert(std::endian::native == std::endian::little, "a word's lowest byte is the text's first");

Word wordAt(const char* at) noexcept {
  Word word = 0;
  std::memcpy(&word, at, wordBytes);
  return word;
}

/// The 1 to 7 bytes of `text`, zeros above them.
Word shortWord(std::string_view text) noexcept {
  const auto byteAt = [text](std::size_t at) {
    return Word{static_cast<unsigned char>(text[at])} << (8 * at);
  };
  if (text.size() < sizeof(std::uint32_t)) {
    return byteAt(0) | byteAt(text.size() / 2) | byteAt(text.size() - 1);
  }
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::memcpy(&low, text.data(), sizeof low);
  std::memcpy(&high, text.data() + text.size() - sizeof high, sizeof high);
  return low | (Word{high} << (8 * (text.size() - sizeof high)));
}

Word repeated(char byte) noexcept {
  return lowBits * static_cast<unsigned char>(byte);
}

/// The high bit of each byte that is zero, and perhaps of some above the lowest such.
Word zeroBytes(Word word) noexcept {
  return (word - lowBits) & ~word & highBits;
}

char32_t decoded(std::string_view sequence) noexcept {
  const auto lead = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) {
    return lead;
  }
  char32_t letter = lead & (0x7FU >> sequence.size());
  for (const char byte : sequence.substr(1)) {
    letter = (letter << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return letter;
}

/// Writes `letter` as UTF-8 and returns how many bytes it takes.
std::uint8_t encode(char32_t letter, std::span<char, 4> bytes) noexcept {
  if (letter < 0x80) {
    bytes[0] = static_cast<char>(letter);
    return 1;
  }
  const std::uint8_t length = letter < 0x800 ? 2 : (letter < 0x10000 ? 3 : 4);
  for (std::size_t at = length - 1U; at > 0; --at) {
    bytes[at] = static_cast<char>(0x80U | (letter & 0x3FU));
    letter >>= 6U;
  }
  bytes[0] = static_cast<char>((0xF00U >> length) | letter);
  return length;
}

bool hasNonAscii(std::string_view text) noexcept {
  if (text.size() < wordBytes) {
    return !text.empty() && (shortWord(text) & highBits) != 0;
  }
  const char* const end = text.data() + text.size();
  Word all = wordAt(end - wordBytes);
  for (const char* at = text.data(); at < end - wordBytes; at += wordBytes) {
    all |= wordAt(at);
  }
  return (all & highBits) != 0;
}

}  // namespace

FoldedNeedle::FoldedNeedle(std::string_view needle) {
  while (!needle.empty()) {
    // A byte that is no UTF-8 stands for itself.
    const std::size_t length = std::max(sequenceLength(needle), std::size_t{1});
    addLetter(needle.substr(0, length));
    needle.remove_prefix(length);
  }
  length_ = bytes_.size();
  if (length_ != 0) {
    first_ = repeated(bytes_.front());
    firstBits_ = repeated(caseBits_.front());
    last_ = repeated(bytes_.back());
    lastBits_ = repeated(caseBits_.back());
  }
  if (byLetters_) {
    const Letter& first = letters_.front();
    for (std::size_t form = 0; form < first.count; ++form) {
      beginsFirstLetter_[static_cast<unsigned char>(first.forms[form][0])] = true;
    }
  }
}

void FoldedNeedle::addLetter(std::string_view sequence) {
  Letter letter = {};
  std::ranges::copy(sequence, letter.forms[0].begin());
  letter.lengths[0] = static_cast<std::uint8_t>(sequence.size());
  letter.count = 1;
  const bool isWellFormed = sequenceLength(sequence) != 0;
  if (isWellFormed) {
    const CaseVariants variants = caseVariants(decoded(sequence));
    for (std::size_t form = 0; form < variants.count; ++form) {
      letter.lengths[form] = encode(variants.letters[form], letter.forms[form]);
    }
    letter.count = static_cast<std::uint8_t>(variants.count);
  }
  letters_.push_back(letter);

  const bool isAsciiLetter = isLetter(sequence.front());
  bytes_.append(isAsciiLetter ? std::string(1, toLower(sequence.front())) : std::string(sequence));
  caseBits_.append(sequence.size(), isAsciiLetter ? caseBit : '\0');
  byBytes_ = byBytes_ && (isAsciiLetter || letter.count == 1);
  byLetters_ = byLetters_ || letter.count > (isAsciiLetter ? 2 : 1);
}

bool FoldedNeedle::isIn(std::string_view text) const noexcept {
  if (length_ == 0 || (byBytes_ && isInByBytes(text))) {
    return true;
  }
  return byLetters_ && (!byBytes_ || hasNonAscii(text)) && isInByLetters(text);
}

bool FoldedNeedle::isInByBytes(std::string_view text) const noexcept {
  if (text.size() < length_) {
    return false;
  }
  const std::size_t toLast = length_ - 1;
  const std::size_t places = text.size() - toLast;
  const char* const begin = text.data();
  if (text.size() < wordBytes) {
    const Word word = shortWord(text);
    return isAtOneOf(begin, word, word >> (8 * toLast), highBits >> (8 * (wordBytes - places)));
  }
  if (places < wordBytes) {
    const std::size_t missing = 8 * (wordBytes - places);
    const Word lasts = wordAt(begin + text.size() - wordBytes) >> missing;
    return isAtOneOf(begin, wordAt(begin), lasts, highBits >> missing);
  }
  for (std::size_t place = 0;; place = std::min(place + wordBytes, places - wordBytes)) {
    const char* const at = begin + place;
    if (isAtOneOf(at, wordAt(at), wordAt(at + toLast), highBits)) {
      return true;
    }
    if (place == places - wordBytes) {
      return false;
    }
  }
}

/// Whether the needle is at one of eight places, given the bytes where it would begin and end there.
/// `considered` has the high bit of each place that counts.
bool FoldedNeedle::isAtOneOf(const char* places, Word firsts, Word lasts, Word considered) const noexcept {
  const Word differences = ((firsts | firstBits_) ^ first_) | ((lasts | lastBits_) ^ last_);
  for (Word hits = zeroBytes(differences) & considered; hits != 0; hits &= hits - 1) {
    if (areBytesAt(places + (static_cast<std::size_t>(std::countr_zero(hits)) / 8))) {
      return true;
    }
  }
  return false;
}

bool FoldedNeedle::areBytesAt(const char* at) const noexcept {
  const char* const bytes = bytes_.data();
  const char* const caseBits = caseBits_.data();
  for (std::size_t index = 0; index < length_; ++index) {
    if (static_cast<char>(at[index] | caseBits[index]) != bytes[index]) {
      return false;
    }
  }
  return true;
}

bool FoldedNeedle::isInByLetters(std::string_view text) const noexcept {
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (beginsFirstLetter_[static_cast<unsigned char>(text[place])] && areLettersAt(text.substr(place))) {
      return true;
    }
  }
  return false;
}

bool FoldedNeedle::areLettersAt(std::string_view text) const noexcept {
  for (const Letter& letter : letters_) {
    std::size_t form = 0;
    while (form < letter.count &&
           !text.starts_with(std::string_view(letter.forms[form].data(), letter.lengths[form]))) {
      ++form;
    }
    if (form == letter.count) {
      return false;
    }
    text.remove_prefix(letter.lengths[form]);
  }
  return true;
}

}  // namespace koodrive::detail
