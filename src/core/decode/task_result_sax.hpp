#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/decode/answer.hpp"
#include "core/decode/answer_shape.hpp"
#include "core/decode/json_events.hpp"
#include "core/decode/token_text.hpp"

namespace koodrive {

/// The type nlohmann/json parses fractions into, by strtof, for which any_number.cpp stands in. Only their
/// text is used.
using ParsedFraction = float;

/// Handles nlohmann/json's SAX events for a task result or an error body and fills an `Answer`. Unknown
/// members are skipped at any depth. The functions called for each failure are defined inline here, for
/// speed.
class TaskResultSax {
 public:
  TaskResultSax() = default;
  /// Passes every event on to `receiver`, and so reads no task result.
  explicit TaskResultSax(JsonEvents& receiver) : skippedDepth_(1), receiver_(&receiver) {}

  // The SAX events, with nlohmann/json's names and signatures. Each returns whether parsing continues.
  bool null() {
    receive(JsonType::Null);
    passOn(JsonEvent::Null);
    return true;
  }
  bool boolean(bool /*value*/) {
    receive(JsonType::Boolean);
    passOn(JsonEvent::Boolean);
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
    } else {
      passOn(JsonEvent::String, text);
    }
    return true;
  }
  template <class Binary>
  bool binary(Binary& /*bytes*/) {
    return false;  // binary values do not occur in JSON text
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
    } else {
      passOn(JsonEvent::Key, name);
    }
    return true;
  }
  bool end_object() {
    if (skippedDepth_ == 0 && scope_ == Scope::Entry) [[likely]] {
      endEntry();
    } else {
      endStructure(JsonEvent::EndObject);
    }
    return true;
  }
  bool start_array(std::size_t /*size*/) {
    startArray();
    return true;
  }
  bool end_array() {
    endStructure(JsonEvent::EndArray);
    return true;
  }
  /// Keeps only the position of the fault, because the parser's message quotes the response.
  template <class Exception>
  bool parse_error(std::size_t consumed, const std::string& /*lastToken*/, const Exception& /*exception*/) {
    consumedAtFault_ = consumed;
    return false;
  }

  /// After a syntax error: how many bytes the parser had asked for, which exceeds the size of a text that
  /// ends too early. Absent without a syntax error.
  [[nodiscard]] std::optional<std::size_t> consumedAtFault() const noexcept { return consumedAtFault_; }

  /// The members read, up to a syntax error if there is one.
  [[nodiscard]] const Answer& answer() const& noexcept { return answer_; }
  [[nodiscard]] Answer&& answer() && noexcept { return std::move(answer_); }

 private:
  /// The object or array being read; each but Provenance, which is in Root, is nested in the one listed
  /// before it.
  enum class Scope : std::uint8_t { Document, Root, Data, List, Entry, Provenance };

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
    // Swapping takes over the parser's buffer without a copy.
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
  void endStructure(JsonEvent kind);
  // Inlined into the parser, it would take 0.4 KB of brotli more (Emscripten 3.1.69).
  [[gnu::noinline]] void passOn(JsonEvent kind, std::string_view text = {});
  void receive(JsonType type);
  void receiveText(std::string_view text);
  void receiveProvenance(std::string_view text);
  template <class TextOf>
  void receiveNumber(std::optional<std::uint64_t> count, TextOf textOf);

  void refuse(ErrorReason reason, std::string_view expected, JsonType actual);
  [[nodiscard]] Member slotOfScope() const noexcept;
  [[nodiscard]] std::string pointerToMember() const;

  Answer answer_;
  Scope scope_ = Scope::Document;
  Member member_ = Member::Unknown;
  Members seen_ = 0;
  std::size_t skippedDepth_ = 0;  // never 0 where a receiver is given
  JsonEvents* receiver_ = nullptr;
  std::size_t entries_ = 0;
  EntryText userName_;
  EntryText desc_;
  std::uint64_t shapeFaultCount_ = 0;
  std::optional<std::size_t> consumedAtFault_;
};

}  // namespace koodrive
