#include "browser/import_file/import_file_to_js.hpp"

#include <algorithm>

#include "browser/border/js_object.hpp"
#include "core/text/enum_names.hpp"

namespace koodrive {

using emscripten::val;

JsNumbers toJs(std::span<const std::uint32_t> numbers) {
  return JsNumbers(val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice"));
}

JsTexts toJs(const std::vector<std::string>& texts) {
  auto array = val::array();
  for (const std::string& text : texts) {
    push(array, toJs(std::string_view(text)));
  }
  return JsTexts(array);
}

ComparisonRecord toJs(const RunComparison& comparison) {
  const auto positionsOf = [&comparison](FailureChange change) {
    std::vector<std::uint32_t> positions;
    for (std::uint32_t position = 0; position < comparison.changes.size(); ++position) {
      if (comparison.changes[position] == change) {
        positions.push_back(position);
      }
    }
    return toJs(positions);
  };
  return {.newFailures = positionsOf(FailureChange::New),
          .sameReason = positionsOf(FailureChange::SameReason),
          .otherReason = positionsOf(FailureChange::OtherReason),
          .unclear = positionsOf(FailureChange::Unclear),
          .noLongerFailing = toJs(comparison.noLongerFailing)};
}

FileEncoding fileEncodingFrom(const JsFileEncoding& name) {
  const auto names = namesOf<FileEncoding>();
  const auto found = std::ranges::find(names, name.as<std::string>());
  return static_cast<FileEncoding>(found - names.begin());
}

}  // namespace koodrive
