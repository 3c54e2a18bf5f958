#pragma once

#include <cstdint>
#include <string_view>

namespace koodrive {

enum class JsonEvent : std::uint8_t {
  Null,
  Boolean,
  Number,  ///< with its digits; an integer has neither point nor exponent
  String,
  Key,
  StartObject,
  EndObject,
  StartArray,
  EndArray,
};

/// Receives the events of short answers, one virtual call each. `TaskResultSax` passes them on, so that the
/// parser, the largest part of the module, is compiled for one receiver alone.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;

  /// `text` is that of a number, a string or a key, else empty; it is borrowed for the duration of the call.
  virtual void event(JsonEvent kind, std::string_view text) = 0;
};

}  // namespace koodrive
