#include <cstddef>
#include <cstdint>

#include "check.hpp"
#include "core/decode/task_result_decoder.hpp"
#include "core/export/report_export.hpp"

using namespace koodrive;

namespace {

void checkPosition(const Error& error, std::size_t size) {
  if (error.position) {
    check(error.position->offset <= size, "a fault lies within the body");
    check(error.position->line >= 1 && error.position->column >= 1, "lines and columns begin at 1");
  }
}

void checkReport(const ImportReport& report) {
  const auto& list = report.data.failInfoList;
  std::size_t counted = 0;
  for (FailInfoColumns::ReasonId id = 0; id < list.reasonCount(); ++id) {
    counted += list.reason(id).count;
  }
  check(counted == list.size(), "every failure is counted under one reason");
  for (std::size_t index = 0; index < list.size(); ++index) {
    check(list.at(index).desc == list.reason(list.reasonOf(index)).desc, "a failure gives the reason it has");
  }
}

void checkRoundTrip(const ImportReport& report) {
  const auto text = toJson(report);
  const auto again = decodeTaskResult(text);
  check(again.has_value() && again->data == report.data, "what was written is read as the same report");
}

}  // namespace

/// Checks that the decoder returns a consistent report, or an error with a position within the body, for any
/// input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const char> body(reinterpret_cast<const char*>(data), size);
  const auto report = decodeTaskResult(body);
  if (report) {
    checkReport(*report);
    checkRoundTrip(*report);
  } else {
    checkPosition(report.error(), size);
  }
  const auto error = errorFromHttpStatus(502, body);
  check(error.kind == ErrorKind::Http && error.httpStatus == 502, "a status is never lost");
  return 0;
}
