#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace koodrive {

/// Collects small texts to pieces that are worth handing on.
class PieceWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// Borrows `sink`.
  explicit PieceWriter(const Sink& sink) : sink_(&sink) { buffer_.reserve(pieceBytes); }

  void put(char byte) { put(std::string_view(&byte, 1)); }

  void put(std::string_view text) {
    while (text.size() > pieceBytes - buffer_.size()) {
      const std::size_t room = pieceBytes - buffer_.size();
      buffer_.append(text.substr(0, room));
      text.remove_prefix(room);
      flush();
    }
    buffer_.append(text);
  }

  /// Hands on what is left; to be called once, at the end.
  void flush() {
    (*sink_)(buffer_);
    buffer_.clear();
  }

 private:
  static constexpr std::size_t pieceBytes = 65536;

  const Sink* sink_;
  std::string buffer_;
};

/// What `write` hands to its sink, as one text.
template <class Write>
[[nodiscard]] std::string written(Write write) {
  std::string text;
  write([&text](std::string_view piece) { text.append(piece); });
  return text;
}

}  // namespace koodrive
