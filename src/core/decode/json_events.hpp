#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Receives the events of short answers, one virtual call each. The answers that may be long have
/// `TaskResultSax`.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;

  /// `text` is that of a number, a string or a key, else empty; it is borrowed for the duration of the call.
  virtual void event(JsonEvent kind, std::string_view text) = 0;

  void stopAt(std::size_t consumed) noexcept { consumedAtFault_ = consumed; }
  /// As `TaskResultSax::consumedAtFault`.
  [[nodiscard]] std::optional<std::size_t> consumedAtFault() const noexcept { return consumedAtFault_; }

 private:
  std::optional<std::size_t> consumedAtFault_;
};

}  // namespace koodrive
