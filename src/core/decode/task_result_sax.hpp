#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/decode/answer.hpp"
#include "core/decode/answer_shape.hpp"
#include "core/decode/token_text.hpp"

namespace koodrive {

/// Fractions are known by their text, so that any type does that nlohmann/json has. This one makes the fewest
/// of them infinite, which it refuses: up to 1e4932 where it has 15 bits of exponent (WebAssembly, Linux).
using ParsedFraction = long double;

/// Receives nlohmann/json's SAX events of a task result or an error body and fills an `Answer`. It knows the
/// members that mean something and skips all others at any depth. What is done for each failure stands in
/// this header.
class TaskResultSax {
 public:
  // The events; names and signatures are nlohmann/json's. Each returns whether to go on.
  bool null() {
    receive(JsonType::Null);
    return true;
  }
  bool boolean(bool /*value*/) {
    receive(JsonType::Boolean);
    return true;
  }
  bool number_integer(std::int64_t value);
  bool number_unsigned(std::uint64_t value);
  bool number_float(ParsedFraction value, std::string_view text);
  bool string(TokenText& text) {
    if (skippedDepth_ == 0) {
      if (scope_ == Scope::Entry) [[likely]] {
        receiveInEntry(text);
      } else {
        receiveText(text);
      }
    }
    return true;
  }
  template <class Binary>
  bool binary(Binary& /*bytes*/) {
    return false;  // JSON text has none
  }
  bool start_object(std::size_t /*size*/) {
    if (skippedDepth_ == 0 && scope_ == Scope::List) [[likely]] {
      startEntry();
    } else {
      startObject();
    }
    return true;
  }
  bool key(std::string_view name) {
    if (skippedDepth_ == 0) {
      startMember(scope_ == Scope::Entry ? memberOfEntry(name) : memberOutsideEntries(name));
    }
    return true;
  }
  bool end_object() {
    if (skippedDepth_ == 0 && scope_ == Scope::Entry) [[likely]] {
      endEntry();
    } else {
      endStructure();
    }
    return true;
  }
  bool start_array(std::size_t /*size*/) {
    startArray();
    return true;
  }
  bool end_array() {
    endStructure();
    return true;
  }
  /// What the parser says of the fault quotes the response, so that only its place is kept.
  template <class Exception>
  bool parse_error(std::size_t consumed, const std::string& /*lastToken*/, const Exception& /*exception*/) {
    consumedAtFault_ = consumed;
    return false;
  }

  /// Where the text is not JSON: bytes the parser had asked for when it found that out, more than there are
  /// where the text ends too early.
  [[nodiscard]] std::optional<std::size_t> consumedAtFault() const noexcept { return consumedAtFault_; }

  /// What was read, up to the fault where there is one.
  [[nodiscard]] const Answer& answer() const& noexcept { return answer_; }
  [[nodiscard]] Answer&& answer() && noexcept { return std::move(answer_); }

 private:
  /// The object or array that is being read; each lies in the one before it.
  enum class Scope : std::uint8_t { Document, Root, Data, List, Entry };

  struct EntryText {
    TokenText text;
    bool given = false;
  };

  [[nodiscard]] static Member memberOfEntry(std::string_view name) noexcept {
    if (name == "userName") {
      return Member::UserName;
    }
    return name == "desc" ? Member::Desc : Member::Unknown;
  }
  [[nodiscard]] Member memberOutsideEntries(std::string_view name) const noexcept;

  void startMember(Member member) {
    member_ = member;
    const Members self = setOf(member) & membersOfReport;
    if ((seen_ & self) != 0) [[unlikely]] {
      restartMember();
    }
    seen_ |= self;
  }
  void restartMember();

  void startEntry() {
    scope_ = Scope::Entry;
    seen_ &= ~membersOfEntry;
    userName_.given = false;
    desc_.given = false;
  }
  void receiveInEntry(TokenText& text) {
    // Swapping takes the parser's buffer over without copying it.
    if (member_ == Member::UserName) {
      userName_.text.swap(text);
      userName_.given = true;
    } else if (member_ == Member::Desc) {
      desc_.text.swap(text);
      desc_.given = true;
    }
  }
  void endEntry();
  void keepEntryFault();

  void startObject();
  void startArray();
  void endStructure();
  void receive(JsonType type);
  void receiveText(std::string_view text);
  template <class TextOf>
  void receiveNumber(std::optional<std::uint64_t> count, TextOf textOf);

  void refuse(ErrorReason reason, std::string_view expected, JsonType actual);
  [[nodiscard]] Member slotOfScope() const noexcept;
  [[nodiscard]] std::string pointerToMember() const;

  Answer answer_;
  Scope scope_ = Scope::Document;
  Member member_ = Member::Unknown;
  Members seen_ = 0;
  std::size_t skippedDepth_ = 0;
  std::size_t entries_ = 0;
  EntryText userName_;
  EntryText desc_;
  std::uint64_t shapeFaultCount_ = 0;
  std::optional<std::size_t> consumedAtFault_;
};

}  // namespace koodrive
