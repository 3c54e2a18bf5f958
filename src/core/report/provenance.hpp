#pragma once

#include <string>

namespace koodrive {

/// Where a report comes from, as its JSON export says beside the answer's own members. Texts are empty where
/// nothing is known. Never holds credentials.
struct Provenance {
  std::string taskId = {};
  std::string traceId = {};
  std::string receivedAt = {};  ///< ISO 8601, UTC
  std::string importFile = {};  ///< the name of the file that was imported
  std::string version = {};     ///< of this project, by which it was written
  bool isDamaged = false;       ///< a member has a type that this project never writes
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace koodrive
