#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/error.hpp"

// The answers about tasks as JavaScript values.
namespace koodrive {

/// The TypeScript types of the values. Times are milliseconds since 1970.
[[nodiscard]] std::string taskType();
[[nodiscard]] std::string taskListType();

// Both are an AnswerDecoder. std::bad_alloc becomes the error TooLarge.
[[nodiscard]] Result<emscripten::val> taskToJs(std::span<const char> body,
                                               std::optional<std::int64_t> clockOffsetMs);
[[nodiscard]] Result<emscripten::val> taskListToJs(std::span<const char> body,
                                                   std::optional<std::int64_t> clockOffsetMs);

}  // namespace koodrive
