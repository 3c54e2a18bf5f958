#pragma once

#include <emscripten/val.h>

#include <string_view>

namespace koodrive {

/// A function that takes a piece of a text or file: an Int8Array view that is valid only during the call.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSink)

/// A sink that passes each piece to the JavaScript function `sink`, which is borrowed.
[[nodiscard]] inline auto pieceSink(const JsSink& sink) {
  return [&sink](std::string_view piece) { sink(emscripten::typed_memory_view(piece.size(), piece.data())); };
}

}  // namespace koodrive
