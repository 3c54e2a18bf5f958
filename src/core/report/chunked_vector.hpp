#pragma once

#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace koodrive {

/// A sequence of small values that grows without ever moving what it holds, so that a million of them need no
/// second copy while they arrive and leave no slack behind.
template <class T>
class ChunkedVector {
 public:
  [[nodiscard]] std::size_t size() const noexcept {
    return chunks_.empty() ? 0 : ((chunks_.size() - 1) * chunkLength) + chunks_.back().size();
  }

  [[nodiscard]] const T& operator[](std::size_t index) const {
    return chunks_[index / chunkLength][index % chunkLength];
  }
  [[nodiscard]] T& operator[](std::size_t index) { return chunks_[index / chunkLength][index % chunkLength]; }

  /// Throws std::bad_alloc when memory runs out; nothing is changed then.
  void push_back(const T& value) {
    if (chunks_.empty() || chunks_.back().size() == chunkLength) {
      addChunk();
    }
    chunks_.back().push_back(value);
  }

  /// Gives the last chunk's unused room back.
  void shrinkToFit() {
    if (!chunks_.empty()) {
      chunks_.back().shrink_to_fit();
    }
    chunks_.shrink_to_fit();
  }

 private:
  // A power of two, so that an index splits into chunk and place by shifting.
  static constexpr std::size_t chunkLength = std::bit_floor(std::size_t{65536} / sizeof(T));

  void addChunk() {
    std::vector<T> chunk;
    // The first one grows on its own: a report of ten failures needs no 64 KiB.
    if (!chunks_.empty()) {
      chunk.reserve(chunkLength);
    }
    chunks_.push_back(std::move(chunk));
  }

  std::vector<std::vector<T>> chunks_;
};

}  // namespace koodrive
