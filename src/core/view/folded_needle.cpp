#include "core/view/folded_needle.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "core/text/ascii.hpp"
#include "core/text/byte_words.hpp"
#include "core/text/utf8.hpp"
#include "core/view/case_folding.hpp"

namespace koodrive {
namespace {

constexpr char caseBit = 0x20;

/// Comparing up to four bytes here is faster than calling std::memcmp.
bool beginsWith(std::string_view text, const char* bytes, std::size_t count) noexcept {
  if (text.size() < count) {
    return false;
  }
  std::size_t same = 0;
  while (same < count && text[same] == bytes[same]) {
    ++same;
  }
  return same == count;
}

bool hasNonAscii(std::string_view text) noexcept {
  return anyWord(text, [](Word word) { return word & highBits; });
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
      const Word end = repeated(first.forms[form][first.lengths[form] - 1U]);
      if (std::ranges::find(ends_, end) == ends_.end()) {
        ends_.push_back(end);
      }
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
    const CaseVariants variants = caseVariants(codePointOf(sequence));
    for (std::size_t form = 0; form < variants.count; ++form) {
      letter.lengths[form] = encodeUtf8(variants.letters[form], letter.forms[form]);
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
  if (text.size() < wordBytes) {
    return !text.empty() && isAtEndOf(text, 0, shortWord(text));
  }
  const std::size_t lastPlace = text.size() - wordBytes;
  for (std::size_t place = 0; place < lastPlace; place += wordBytes) {
    if (isAtEndOf(text, place, wordAt(text.data() + place))) {
      return true;
    }
  }
  return isAtEndOf(text, lastPlace, wordAt(text.data() + lastPlace));
}

/// Whether the first letter ends, and the others follow, at one of the bytes of `text` at `place`, which are
/// `word`.
bool FoldedNeedle::isAtEndOf(std::string_view text, std::size_t place, Word word) const noexcept {
  Word hits = 0;
  for (const Word end : ends_) {
    hits |= zeroBytes(word ^ end);
  }
  for (; hits != 0; hits &= hits - 1) {
    const std::size_t end = place + (static_cast<std::size_t>(std::countr_zero(hits)) / 8) + 1;
    if (end <= text.size() && endsFirstLetter(text, end)) {
      return true;
    }
  }
  return false;
}

bool FoldedNeedle::endsFirstLetter(std::string_view text, std::size_t end) const noexcept {
  const Letter& first = letters_.front();
  for (std::size_t form = 0; form < first.count; ++form) {
    const std::size_t length = first.lengths[form];
    if (length <= end && beginsWith(text.substr(end - length), first.forms[form].data(), length)) {
      return followsFirstLetter(text.substr(end));
    }
  }
  return false;
}

bool FoldedNeedle::followsFirstLetter(std::string_view text) const noexcept {
  for (const Letter& letter : std::span(letters_).subspan(1)) {
    std::size_t form = 0;
    while (form < letter.count && !beginsWith(text, letter.forms[form].data(), letter.lengths[form])) {
      ++form;
    }
    if (form == letter.count) {
      return false;
    }
    text.remove_prefix(letter.lengths[form]);
  }
  return true;
}

}  // namespace koodrive
