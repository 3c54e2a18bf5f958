#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/text/function_ref.hpp"

namespace koodrive {

/// Collects small texts to pieces that are worth handing on.
class PieceWriter {
 public:
  using Sink = FunctionRef<void(std::string_view)>;

  explicit PieceWriter(Sink sink) : sink_(sink), buffer_(pieceBytes, '\0') {}

  void put(char byte) {
    if (used_ == pieceBytes) [[unlikely]] {
      flush();
    }
    buffer_[used_++] = byte;
  }

  void put(std::string_view text) {
    if (text.size() > pieceBytes - used_) [[unlikely]] {
      putInParts(text);
      return;
    }
    std::ranges::copy(text, buffer_.data() + used_);
    used_ += text.size();
  }

  /// Hands on what is left; to be called once, at the end.
  void flush() {
    sink_(std::string_view(buffer_).substr(0, used_));
    used_ = 0;
  }

 private:
  static constexpr std::size_t pieceBytes = 65536;

  void putInParts(std::string_view text) {
    while (!text.empty()) {
      if (used_ == pieceBytes) {
        flush();
      }
      const std::string_view part = text.substr(0, pieceBytes - used_);
      std::ranges::copy(part, buffer_.data() + used_);
      used_ += part.size();
      text.remove_prefix(part.size());
    }
  }

  Sink sink_;
  std::string buffer_;
  std::size_t used_ = 0;
};

/// What `write` hands to its sink as one text, allocated once: written twice, because measuring is cheaper
/// than growing.
template <class Write>
[[nodiscard]] std::string written(Write write) {
  std::size_t bytes = 0;
  write([&bytes](std::string_view piece) { bytes += piece.size(); });
  std::string text;
  text.reserve(bytes);
  write([&text](std::string_view piece) { text.append(piece); });
  return text;
}

}  // namespace koodrive
