#include "browser/report/view_handle.hpp"

#include <algorithm>
#include <cstddef>

#include "browser/border/js_object.hpp"
#include "browser/report/record_conversion.hpp"

namespace koodrive {

using emscripten::val;

val ViewHandle::rows(double offset, double count) const {
  const auto begin = static_cast<std::size_t>(std::clamp(offset, 0.0, length()));
  const auto limit = static_cast<std::size_t>(std::clamp(count, 0.0, length()));
  auto array = val::array();
  for (const auto position : view_.positions(begin, limit)) {
    push(array, toRecord(position, report_->data.failInfoList.at(position)));
  }
  return array;
}

}  // namespace koodrive
