#include "core/view/folded_needle.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/text/utf8.hpp"
#include "core/view/case_folding.hpp"

namespace koodrive {
namespace {

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

std::string encoded(char32_t letter) {
  if (letter < 0x80) {
    return {static_cast<char>(letter)};
  }
  std::size_t length = 4;
  if (letter < 0x10000) {
    length = letter < 0x800 ? 2 : 3;
  }
  std::string bytes(length, '\0');
  for (std::size_t at = length - 1; at > 0; --at) {
    bytes[at] = static_cast<char>(0x80U | (letter & 0x3FU));
    letter >>= 6U;
  }
  bytes[0] = static_cast<char>((0xF00U >> length) | letter);
  return bytes;
}

/// The UTF-8 forms of all letters that equal `sequence` when case is ignored. Ill-formed bytes match
/// themselves.
std::vector<std::string> formsOf(std::string_view sequence) {
  if (sequenceLength(sequence) == 0) {
    return {std::string(sequence)};
  }
  const CaseVariants variants = caseVariants(decoded(sequence));
  std::vector<std::string> forms(variants.count);
  std::ranges::transform(std::span(variants.letters).first(variants.count), forms.begin(), encoded);
  return forms;
}

/// Compares byte by byte: std::string_view::starts_with calls std::memcmp, which is slower for up to four
/// bytes.
bool beginsWith(std::string_view text, std::string_view form) noexcept {
  if (text.size() < form.size()) {
    return false;
  }
  std::size_t same = 0;
  while (same < form.size() && text[same] == form[same]) {
    ++same;
  }
  return same == form.size();
}

}  // namespace

FoldedNeedle::FoldedNeedle(std::string_view needle) {
  while (!needle.empty()) {
    const std::size_t length = std::max(sequenceLength(needle), std::size_t{1});
    letters_.push_back(formsOf(needle.substr(0, length)));
    needle.remove_prefix(length);
  }
  if (!letters_.empty()) {
    for (const std::string& form : letters_.front()) {
      firstBytes_.set(static_cast<unsigned char>(form.front()));
    }
  }
}

bool FoldedNeedle::isIn(std::string_view text) const noexcept {
  const auto mayBeginMatch = [this](char byte) { return firstBytes_[static_cast<unsigned char>(byte)]; };
  if (letters_.empty()) {
    return true;
  }
  for (;;) {
    const auto* const at = std::ranges::find_if(text, mayBeginMatch);
    if (at == text.end()) {
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(at - text.begin()));
    if (isAtBeginningOf(text)) {
      return true;
    }
    text.remove_prefix(1);
  }
}

bool FoldedNeedle::isAtBeginningOf(std::string_view text) const noexcept {
  return std::ranges::all_of(letters_, [&text](const std::vector<std::string>& forms) {
    const auto form =
        std::ranges::find_if(forms, [text](const std::string& each) { return beginsWith(text, each); });
    if (form == forms.end()) {
      return false;
    }
    text.remove_prefix(form->size());
    return true;
  });
}

}  // namespace koodrive
