#pragma once

#include <emscripten/bind.h>

#include "browser/border/js_values.hpp"
#include "browser/border/outcome.hpp"
#include "core/text/enum_names.hpp"

// The TypeScript spellings that several bindings have.
namespace koodrive {

template <class Type, class Enum>
void registerNamesOf() {
  emscripten::register_type<Type>(unionOf(namesOf<Enum>()).c_str());
}

template <class Type>
void registerOutcome(const char* valueType) {
  emscripten::register_type<Type>(outcomeType(valueType).c_str());
}

}  // namespace koodrive
