#include "core/decode/json_reader.hpp"

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/decode/token_text.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

using Json =
    nlohmann::basic_json<std::map, std::vector, TokenText, bool, std::int64_t, std::uint64_t, ParsedFraction>;

/// Passes the parser's events to one of two receivers. So the parser, the largest function of the module, is
/// compiled once.
class Receiver {
 public:
  explicit Receiver(TaskResultSax& sax) : sax_(&sax) {}
  explicit Receiver(JsonEvents& events) : events_(&events) {}

  bool null() { return sax_ != nullptr ? sax_->null() : pass(JsonEvent::Null); }
  bool boolean(bool value) { return sax_ != nullptr ? sax_->boolean(value) : pass(JsonEvent::Boolean); }
  bool number_integer(std::int64_t value) {
    return sax_ != nullptr
               ? sax_->number_integer(value)
               : pass(JsonEvent::Number, "-" + decimal(std::uint64_t{0} - static_cast<std::uint64_t>(value)));
  }
  bool number_unsigned(std::uint64_t value) {
    return sax_ != nullptr ? sax_->number_unsigned(value) : pass(JsonEvent::Number, decimal(value));
  }
  bool number_float(ParsedFraction value, std::string_view text) {
    return sax_ != nullptr ? sax_->number_float(value, text) : pass(JsonEvent::Number, text);
  }
  bool string(TokenText& text) {
    return sax_ != nullptr ? sax_->string(text) : pass(JsonEvent::String, text);
  }
  template <class Binary>
  bool binary(Binary& bytes) {
    return sax_ != nullptr && sax_->binary(bytes);
  }
  bool start_object(std::size_t size) {
    return sax_ != nullptr ? sax_->start_object(size) : pass(JsonEvent::StartObject);
  }
  bool key(std::string_view name) { return sax_ != nullptr ? sax_->key(name) : pass(JsonEvent::Key, name); }
  bool end_object() { return sax_ != nullptr ? sax_->end_object() : pass(JsonEvent::EndObject); }
  bool start_array(std::size_t size) {
    return sax_ != nullptr ? sax_->start_array(size) : pass(JsonEvent::StartArray);
  }
  bool end_array() { return sax_ != nullptr ? sax_->end_array() : pass(JsonEvent::EndArray); }
  template <class Exception>
  bool parse_error(std::size_t consumed, const std::string& lastToken, const Exception& exception) {
    if (sax_ != nullptr) {
      return sax_->parse_error(consumed, lastToken, exception);
    }
    events_->stopAt(consumed);
    return false;
  }

 private:
  bool pass(JsonEvent kind, std::string_view text = {}) {
    events_->event(kind, text);
    return true;
  }

  TaskResultSax* sax_ = nullptr;
  JsonEvents* events_ = nullptr;
};

bool readAll(std::string_view body, Receiver receiver) {
  // nlohmann/json stops at a NUL byte as if the text ended there. Valid JSON text contains none, not even in
  // strings.
  // char8_t may not alias the parser's members as char may: decoding takes 5 % less time (Emscripten 3.1.69).
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  const auto* const codeUnits = reinterpret_cast<const char8_t*>(body.data());
  return Json::sax_parse(codeUnits, codeUnits + body.size(), &receiver) && !body.contains('\0');
}

}  // namespace

bool readJson(std::string_view body, TaskResultSax& sax) {
  return readAll(body, Receiver(sax));
}

bool readJson(std::string_view body, JsonEvents& events) {
  return readAll(body, Receiver(events));
}

}  // namespace koodrive
