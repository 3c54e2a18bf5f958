#pragma once

#include <optional>
#include <string>

#include "core/error.hpp"

namespace koodrive {

/// The members that KooDrive and the API gateway put around every answer. Each is empty where absent.
struct Envelope {
  std::string code;
  std::string msg;
  std::string errorCode;  ///< the gateway's, and of some answers of KooDrive
  std::string errorMsg;
  std::string requestId;
};

/// Why an answer with status 2xx is none by its code: MalformedResponse (no code) or Api (a code other than
/// 0). Absent where it reports success.
[[nodiscard]] std::optional<Error> refusalIn(const Envelope& envelope);

/// Copies code, message and request ID into `error`; falls back to `error_code` and `error_msg`.
void describe(const Envelope& envelope, Error& error);

}  // namespace koodrive
