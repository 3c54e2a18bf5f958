#pragma once

#include <string_view>

/// The names of the JSON members that hold a `Provenance`, for the export and for the decoder.
namespace koodrive::provenanceMember {

inline constexpr std::string_view self = "koodriveImportReport";
inline constexpr std::string_view taskId = "taskId";
inline constexpr std::string_view traceId = "traceId";
inline constexpr std::string_view receivedAt = "receivedAt";
inline constexpr std::string_view importFile = "importFile";
inline constexpr std::string_view version = "version";

}  // namespace koodrive::provenanceMember
