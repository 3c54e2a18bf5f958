#include <cstddef>

/// Stands in for snprintf, by the linker's option --wrap=snprintf. Only nlohmann/json calls it, to quote
/// control characters in a message that `TaskResultSax::parse_error` drops. Without printf, and the
/// arithmetic of long double that it alone needs, the module is 3.8 KB of brotli smaller (Emscripten 3.1.69,
/// nlohmann/json 3.12.0). Retire it when nlohmann/json formats without snprintf.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl50-cpp,cert-dcl37-c,cert-dcl51-cpp)
extern "C" int __wrap_snprintf(char* buffer, std::size_t size, const char* /*format*/, ...) {
  if (size != 0) {
    *buffer = '\0';
  }
  return 0;
}
