#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "core/decode/task_result_decoder.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

// Helpers for the tests of the decoder.
namespace koodrive {

inline std::ostream& operator<<(std::ostream& out, ErrorKind kind) {
  return out << toString(kind);
}
inline std::ostream& operator<<(std::ostream& out, ErrorReason reason) {
  return out << toString(reason);
}
inline std::ostream& operator<<(std::ostream& out, const TextPosition& at) {
  return out << "offset " << at.offset << ", line " << at.line << ", column " << at.column;
}

inline Result<ImportReport> decode(std::string_view body) {
  return decodeTaskResult(std::span<const char>(body.data(), body.size()));
}

inline Error httpError(int status, std::string_view body) {
  return errorFromHttpStatus(status, std::span<const char>(body.data(), body.size()));
}

/// A complete successful response whose `data` has the given members.
inline std::string answer(std::string_view membersOfData) {
  return std::string(R"({"data":{)").append(membersOfData).append(R"(},"code":0,"msg":"Successful"})");
}

}  // namespace koodrive
