#include <cstring>

/// Stands in for strtof, by the linker's option --wrap=strtof. Only nlohmann/json calls it, for the value of
/// a number that is no 64-bit integer. `TaskResultSax::number_float` uses just the number's text, and the
/// parser rejects numbers that overflow: with zero as every value, numbers of any size are read, and the
/// module is 6.1 KB of brotli smaller (Emscripten 3.1.69, nlohmann/json 3.12.0). Retire it when nlohmann/json
/// leaves the conversion to its handler.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
extern "C" float __wrap_strtof(char* text, char** end) {
  *end = text + std::strlen(text);
  return 0;
}
