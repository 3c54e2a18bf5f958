#include "core/report/reason_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "core/text/ascii.hpp"
#include "core/text/email_address.hpp"

namespace koodrive {
namespace {

using namespace std::string_view_literals;

struct QuotationMarks {
  std::string_view opening;
  std::string_view closing;
  /// The mark is an apostrophe, and so never opens a quotation after a letter or digit, nor closes one before
  /// one: `don't`.
  bool mayBeApostrophe = false;
};

constexpr std::array quotationMarks = {
    QuotationMarks{.opening = "\"", .closing = "\""},
    QuotationMarks{.opening = "'", .closing = "'", .mayBeApostrophe = true},
    QuotationMarks{.opening = "`", .closing = "`"},
    QuotationMarks{.opening = "\u201C", .closing = "\u201D"},
    QuotationMarks{.opening = "\u2018", .closing = "\u2019", .mayBeApostrophe = true},
    QuotationMarks{.opening = "\u201E", .closing = "\u201C"},
    QuotationMarks{.opening = "\u00AB", .closing = "\u00BB"},
    QuotationMarks{.opening = "\u2039", .closing = "\u203A"},
    QuotationMarks{.opening = "\u300C", .closing = "\u300D"},
    QuotationMarks{.opening = "\u300E", .closing = "\u300F"},
    QuotationMarks{.opening = "\u300A", .closing = "\u300B"},
    QuotationMarks{.opening = "\u3008", .closing = "\u3009"},
    QuotationMarks{.opening = "\u3010", .closing = "\u3011"},
    QuotationMarks{.opening = "\uFF02", .closing = "\uFF02"},
};

/// Whether a quotation may begin with this byte.
bool mayOpen(char c) noexcept {
  switch (c) {
    case '"':
    case '\'':
    case '`':
    case '\xC2':
    case '\xE2':
    case '\xE3':
    case '\xEF':
      return true;
    default:
      return false;
  }
}

/// Longer user names are not looked for, because that could take quadratic time.
constexpr std::size_t longestUserName = 256;

bool isAlphanumericAt(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && isAlphanumeric(text[at]);
}

class Splitter {
 public:
  Splitter(std::string_view text, std::string_view userName, ReasonParts& result)
      : text_(text), name_(userName), result_(&result) {
    findName();
    findAddress();
  }

  void split() {
    while (at_ < text_.size()) {
      if (at_ >= nextKnown_ && takeNameOrAddress()) {
        continue;
      }
      const char c = text_[at_];
      if (isDigit(c)) {
        takePart(endOfNumber());
      } else if (!mayOpen(c) || !takeQuotation()) {
        ++at_;
      }
    }
    takeCommon();
  }

 private:
  void takeCommon() {
    result_->skeleton.append(text_.substr(common_, at_ - common_));
    common_ = at_;
  }

  /// Records the text from here to `end` as a part.
  void takePart(std::size_t end) {
    takeCommon();
    result_->skeleton.push_back(ReasonParts::partMark);
    result_->parts.push_back(text_.substr(at_, end - at_));
    at_ = end;
    common_ = end;
  }

  bool takeNameOrAddress() {
    if (nextName_ < at_) {
      findName();
    }
    if (addressBegin_ < at_) {
      findAddress();
    }
    nextKnown_ = std::min(nextName_, addressBegin_);
    if (nextKnown_ != at_) {
      return false;
    }
    const bool isName = nextName_ == at_;
    result_->holdsName = result_->holdsName || isName;
    takePart(std::max(isName ? at_ + name_.size() : at_, addressBegin_ == at_ ? addressEnd_ : at_));
    return true;
  }

  /// Finds the next user name from here on that is not part of a longer word.
  void findName() {
    nextName_ = std::string_view::npos;
    if (name_.empty() || name_.size() > longestUserName) {
      return;
    }
    nextName_ = text_.find(name_, at_);
    while (nextName_ != std::string_view::npos && isNameWithinWord()) {
      nextName_ = text_.find(name_, nextName_ + 1);
    }
  }

  [[nodiscard]] bool isNameWithinWord() const noexcept {
    return (isAlphanumeric(name_.front()) && nextName_ != 0 && isAlphanumericAt(text_, nextName_ - 1)) ||
           (isAlphanumeric(name_.back()) && isAlphanumericAt(text_, nextName_ + name_.size()));
  }

  /// Finds the next e-mail address from here on.
  void findAddress() {
    addressBegin_ = std::string_view::npos;
    for (std::size_t sign = text_.find('@', at_); sign != std::string_view::npos;
         sign = text_.find('@', sign + 1)) {
      std::size_t begin = sign;
      while (begin > at_ && isOfLocalPart(text_[begin - 1])) {
        --begin;
      }
      while (begin < sign && !isAlphanumeric(text_[begin])) {
        ++begin;
      }
      const std::size_t end = endOfEmailAddress(text_, sign);
      if (begin != sign && end != sign) {
        addressBegin_ = begin;
        addressEnd_ = end;
        return;
      }
    }
  }

  [[nodiscard]] std::size_t endOfNumber() const noexcept {
    constexpr auto separators = ".,:/-"sv;
    std::size_t end = at_ + 1;
    for (; end < text_.size(); ++end) {
      const bool goesOn =
          isDigit(text_[end]) || (separators.contains(text_[end]) && isDigit(text_[end - 1]) &&
                                  end + 1 < text_.size() && isDigit(text_[end + 1]));
      if (!goesOn) {
        break;
      }
    }
    return end;
  }

  bool takeQuotation() {
    for (std::size_t kind = 0; kind < quotationMarks.size(); ++kind) {
      const QuotationMarks& marks = quotationMarks[kind];
      if (!text_.substr(at_).starts_with(marks.opening) || isApostrophe(marks)) {
        continue;
      }
      const std::size_t begin = at_ + marks.opening.size();
      const std::size_t end = findClosing(kind, begin);
      if (end != std::string_view::npos) {
        at_ = begin;
        takePart(end);
        at_ += marks.closing.size();
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool isApostrophe(const QuotationMarks& opening) const noexcept {
    return opening.mayBeApostrophe && at_ != 0 && isAlphanumericAt(text_, at_ - 1);
  }

  /// The position of the next closing mark of `kind` from `begin` on. Remembers when there is none: otherwise
  /// many unclosed opening marks would each scan to the end, which takes quadratic time.
  std::size_t findClosing(std::size_t kind, std::size_t begin) {
    const QuotationMarks& marks = quotationMarks[kind];
    if (isNeverClosed_[kind]) {
      return std::string_view::npos;
    }
    std::size_t at = text_.find(marks.closing, begin);
    while (at != std::string_view::npos && marks.mayBeApostrophe &&
           isAlphanumericAt(text_, at + marks.closing.size())) {
      at = text_.find(marks.closing, at + 1);
    }
    isNeverClosed_[kind] = at == std::string_view::npos;
    return at;
  }

  std::string_view text_;
  std::string_view name_;
  ReasonParts* result_;
  std::size_t at_ = 0;
  std::size_t common_ = 0;
  std::size_t nextName_ = 0;
  std::size_t addressBegin_ = 0;
  std::size_t addressEnd_ = 0;
  std::size_t nextKnown_ = 0;  ///< the nearer of name and address
  std::array<bool, quotationMarks.size()> isNeverClosed_ = {};
};

}  // namespace

void splitReason(std::string_view text, std::string_view userName, ReasonParts& result) {
  result.skeleton.clear();
  result.parts.clear();
  result.holdsName = false;
  Splitter(text, userName, result).split();
}

}  // namespace koodrive
