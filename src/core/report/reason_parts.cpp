#include "core/report/reason_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "core/text/ascii.hpp"

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

bool isAlphanumericAt(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && isAlphanumeric(text[at]);
}

class Splitter {
 public:
  Splitter(std::string_view text, ReasonParts& result) : text_(text), result_(&result) {}

  void split() {
    while (at_ < text_.size()) {
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
  ReasonParts* result_;
  std::size_t at_ = 0;
  std::size_t common_ = 0;
  std::array<bool, quotationMarks.size()> isNeverClosed_ = {};
};

}  // namespace

void splitReason(std::string_view text, ReasonParts& result) {
  result.skeleton.clear();
  result.parts.clear();
  Splitter(text, result).split();
}

}  // namespace koodrive
