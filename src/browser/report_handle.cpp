#include "browser/report_handle.hpp"

#include <algorithm>
#include <cstddef>

#include "browser/record_conversion.hpp"

namespace koodrive {

using emscripten::val;

std::optional<double> ReportHandle::successCount() const {
  return toDouble(report_.data.successCount);
}

double ReportHandle::failCount() const {
  return static_cast<double>(report_.data.failCount);
}

double ReportHandle::length() const {
  return static_cast<double>(report_.data.failInfoList.size());
}

val ReportHandle::warnings() const {
  auto array = val::array();
  for (const auto& warning : report_.warnings) {
    array.call<void>("push", toRecord(warning));
  }
  return array;
}

val ReportHandle::reasons() const {
  const auto& list = report_.data.failInfoList;
  auto array = val::array();
  for (const auto id : list.reasonsByCount()) {
    array.call<void>("push", toRecord(list.reason(id)));
  }
  return array;
}

val ReportHandle::rows(double offset, double count) const {
  const auto& list = report_.data.failInfoList;
  const auto begin = static_cast<std::size_t>(std::clamp(offset, 0.0, length()));
  const auto end =
      begin + static_cast<std::size_t>(std::clamp(count, 0.0, length() - static_cast<double>(begin)));
  auto array = val::array();
  for (auto position = begin; position < end; ++position) {
    array.call<void>("push", toRecord(position, list.at(position)));
  }
  return array;
}

}  // namespace koodrive
