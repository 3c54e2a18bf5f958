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
  // The library takes a NUL for the end of the text, and refuses one within a string: a whole text has none.
  return Json::sax_parse(body.data(), body.data() + body.size(), &sax) && !body.contains('\0');
}

}  // namespace koodrive
