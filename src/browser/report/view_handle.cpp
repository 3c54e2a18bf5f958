#include "browser/report/view_handle.hpp"

#include <algorithm>
#include <cstddef>

#include "browser/border/js_object.hpp"
#include "browser/border/js_values.hpp"

namespace koodrive {

using emscripten::val;

JsRows ViewHandle::rows(double offset, double count) const {
  auto array = val::array();
  for (const auto position : positionsIn(offset, count)) {
    push(array, val(toJs(position, report_->data.failInfoList.at(position))));
  }
  return JsRows(array);
}

JsRowPositions ViewHandle::positions(double offset, double count) const {
  const auto positions = positionsIn(offset, count);
  return JsRowPositions(
      val(emscripten::typed_memory_view(positions.size(), positions.data())).call<val>("slice"));
}

std::vector<std::uint32_t> ViewHandle::positionsIn(double offset, double count) const {
  const auto begin = static_cast<std::size_t>(std::clamp(offset, 0.0, length()));
  const auto limit = static_cast<std::size_t>(std::clamp(count, 0.0, length()));
  return view_.positions(begin, limit);
}

}  // namespace koodrive
