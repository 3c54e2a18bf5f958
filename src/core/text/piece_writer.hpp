#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// Buffers small texts and passes them to a sink in pieces of 64 KiB.
class PieceWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// `sink` is borrowed and must outlive the writer.
  explicit PieceWriter(const Sink& sink) : sink_(&sink), buffer_(pieceBytes) {}

  void put(char byte) {
    if (size_ == pieceBytes) {
      flush();
    }
    buffer_[size_] = byte;
    ++size_;
  }

  // Inlined into every writer of fields, it would take 2 KB of brotli more (Emscripten 3.1.69).
  [[gnu::noinline]] void put(std::string_view text) {
    while (text.size() > pieceBytes - size_) {
      const std::size_t room = pieceBytes - size_;
      append(text.substr(0, room));
      text.remove_prefix(room);
      flush();
    }
    append(text);
  }

  /// Passes the rest of the buffer to the sink; must be called once, at the end.
  void flush() {
    (*sink_)(std::string_view(buffer_.data(), size_));
    size_ = 0;
  }

 private:
  static constexpr std::size_t pieceBytes = 65536;

  void append(std::string_view text) {
    std::ranges::copy(text, buffer_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
  }

  const Sink* sink_;
  std::vector<char> buffer_;
  std::size_t size_ = 0;
};

/// Calls `write` with a sink and returns all pieces that it receives, as one text.
template <class Write>
[[nodiscard]] std::string written(Write write) {
  std::string text;
  write([&text](std::string_view piece) { text.append(piece); });
  return text;
}

}  // namespace koodrive
