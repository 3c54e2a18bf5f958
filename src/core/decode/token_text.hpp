#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace koodrive {

/// The string type that the JSON parser builds every token in, byte by byte.
/// Decoding takes a tenth less time than with std::string, whose push_back libc++ does not inline (Emscripten
/// 3.1.69, nlohmann/json 3.11.3 and 3.12.0). Retire it when libc++ does, or when a release of nlohmann/json
/// asks for members that are missing here.
class TokenText {
 public:
  using value_type = char;

  TokenText() = default;
  // nlohmann/json's readers of binary formats are compiled although never called; they need the constructors
  // from a literal and from a repeated byte.
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
  TokenText(const char* text) { append(text); }
  TokenText(std::size_t count, char byte) {
    for (; count != 0; --count) {
      push_back(byte);
    }
  }
  TokenText(const TokenText& other) { append(other); }
  TokenText(TokenText&& other) noexcept { swap(other); }
  TokenText& operator=(const TokenText& other) {
    TokenText copy(other);
    swap(copy);
    return *this;
  }
  TokenText& operator=(TokenText&& other) noexcept {
    swap(other);
    return *this;
  }
  ~TokenText() = default;

  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
  operator std::string_view() const noexcept { return {bytes_.get(), size_}; }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// The bytes, terminated by a NUL that `size()` does not count.
  [[nodiscard]] const char* data() const noexcept {
    if (size_ == 0) {
      return "";
    }
    bytes_[size_] = '\0';
    return bytes_.get();
  }

  [[nodiscard]] char& operator[](std::size_t index) noexcept { return bytes_[index]; }

  void clear() noexcept { size_ = 0; }

  /// Throws std::bad_alloc when memory runs out; the text is unchanged then.
  void push_back(char byte) {
    if (size_ == capacity_) [[unlikely]] {
      grow();
    }
    bytes_[size_++] = byte;
  }

  void append(std::string_view text) {
    for (const char byte : text) {
      push_back(byte);
    }
  }

  void swap(TokenText& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  static constexpr std::size_t firstCapacity = 127;

  [[gnu::noinline]] void grow() {
    const std::size_t larger = capacity_ == 0 ? firstCapacity : (2 * capacity_) + 1;
    auto bytes = std::make_unique_for_overwrite<char[]>(larger + 1);
    std::ranges::copy(std::string_view(*this), bytes.get());
    bytes_ = std::move(bytes);
    capacity_ = larger;
  }

  // One byte more than the capacity, for the NUL.
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace koodrive
