#include "core/decode/json_reader.hpp"

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/decode/token_text.hpp"

namespace koodrive {
namespace {

using Json =
    nlohmann::basic_json<std::map, std::vector, TokenText, bool, std::int64_t, std::uint64_t, ParsedFraction>;

}  // namespace

bool readJson(std::string_view body, TaskResultSax& sax) {
  // nlohmann/json stops at a NUL byte as if the text ended there. Valid JSON text contains none, not even in
  // strings.
  // char8_t may not alias the parser's members as char may: decoding takes 5 % less time (Emscripten 3.1.69).
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  const auto* const codeUnits = reinterpret_cast<const char8_t*>(body.data());
  return Json::sax_parse(codeUnits, codeUnits + body.size(), &sax) && !body.contains('\0');
}

}  // namespace koodrive
