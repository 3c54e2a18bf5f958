#include "browser/import_file/import_file_to_js.hpp"

#include <algorithm>
#include <vector>

#include "browser/border/js_object.hpp"

namespace koodrive {

using emscripten::val;

namespace {

/// The place of each enumerator among those of its type.
template <class Enum>
JsNumbers placesOf(const std::vector<Enum>& enumerators) {
  std::vector<std::uint32_t> places(enumerators.size());
  std::ranges::transform(enumerators, places.begin(),
                         [](Enum one) { return static_cast<std::uint32_t>(one); });
  return toJs(places);
}

}  // namespace

JsNumbers toJs(std::span<const std::uint32_t> numbers) {
  return JsNumbers(val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice"));
}

JsTexts toJs(CsvFields fields) {
  auto texts = val::array();
  while (const auto field = fields.next()) {
    push(texts, toJs(*field));
  }
  return JsTexts(texts);
}

JsMatch toJs(const NameMatch& match, std::optional<std::size_t> column) {
  auto ambiguous = val::array();
  for (const AmbiguousName& name : match.ambiguous) {
    push(ambiguous, JsObject().set("positions", toJs(name.failures)).set("rows", toJs(name.rows)).as<val>());
  }
  return JsObject()
      .set("column", column ? std::optional<std::uint64_t>(*column) : std::nullopt)
      .set("rowOf", toJs(match.rowOf))
      .set("strengthOf", placesOf(match.strengthOf))
      .set("ambiguous", ambiguous)
      .as<JsMatch>();
}

JsComparison toJs(const RunComparison& comparison) {
  return JsObject()
      .set("changes", placesOf(comparison.changes))
      .set("rowOf", toJs(comparison.match.rowOf))
      .set("strengthOf", placesOf(comparison.match.strengthOf))
      .set("noLongerFailing", toJs(comparison.noLongerFailing))
      .as<JsComparison>();
}

}  // namespace koodrive
