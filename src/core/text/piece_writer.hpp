#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace koodrive {

/// Buffers small texts and passes them to a sink in pieces of 64 KiB.
class PieceWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// `sink` is borrowed and must outlive the writer.
  explicit PieceWriter(const Sink& sink) : sink_(&sink) { buffer_.reserve(pieceBytes); }

  void put(char byte) { put(std::string_view(&byte, 1)); }

  // Inlined into every writer of fields, it would take 2 KB of brotli more (Emscripten 3.1.69).
  [[gnu::noinline]] void put(std::string_view text) {
    while (text.size() > pieceBytes - buffer_.size()) {
      const std::size_t room = pieceBytes - buffer_.size();
      buffer_.append(text.substr(0, room));
      text.remove_prefix(room);
      flush();
    }
    buffer_.append(text);
  }

  /// Passes the rest of the buffer to the sink; must be called once, at the end.
  void flush() {
    (*sink_)(buffer_);
    buffer_.clear();
  }

 private:
  static constexpr std::size_t pieceBytes = 65536;

  const Sink* sink_;
  std::string buffer_;
};

/// Calls `write` with a sink and returns all pieces that it receives, as one text.
template <class Write>
[[nodiscard]] std::string written(Write write) {
  std::string text;
  write([&text](std::string_view piece) { text.append(piece); });
  return text;
}

}  // namespace koodrive
