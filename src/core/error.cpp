#include "core/error.hpp"

namespace koodrive {

std::string_view toString(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::InvalidRequest:
      return "invalid-request";
    case ErrorKind::Network:
      return "network";
    case ErrorKind::Timeout:
      return "timeout";
    case ErrorKind::Aborted:
      return "aborted";
    case ErrorKind::Unauthorized:
      return "unauthorized";
    case ErrorKind::Http:
      return "http";
    case ErrorKind::Api:
      return "api";
    case ErrorKind::NoResult:
      return "no-result";
    case ErrorKind::TaskFailed:
      return "task-failed";
    case ErrorKind::MalformedResponse:
      return "malformed-response";
    case ErrorKind::MalformedFile:
      return "malformed-file";
    case ErrorKind::TooLarge:
      return "too-large";
  }
  return {};
}

std::string_view toString(ErrorReason reason) noexcept {
  switch (reason) {
    case ErrorReason::Required:
      return "required";
    case ErrorReason::NotAUrl:
      return "not-a-url";
    case ErrorReason::NotSecure:
      return "not-secure";
    case ErrorReason::UrlHasCredentials:
      return "url-has-credentials";
    case ErrorReason::UrlHasQuery:
      return "url-has-query";
    case ErrorReason::UrlHasFragment:
      return "url-has-fragment";
    case ErrorReason::ControlCharacter:
      return "control-character";
    case ErrorReason::NonAscii:
      return "non-ascii";
    case ErrorReason::TooLong:
      return "too-long";
    case ErrorReason::NotALanguageTag:
      return "not-a-language-tag";
    case ErrorReason::NotAToken:
      return "not-a-token";
    case ErrorReason::OutOfRange:
      return "out-of-range";
    case ErrorReason::Unreachable:
      return "unreachable";
    case ErrorReason::Silence:
      return "silence";
    case ErrorReason::Deadline:
      return "deadline";
    case ErrorReason::StillRunning:
      return "still-running";
    case ErrorReason::AbortedByCaller:
      return "aborted-by-caller";
    case ErrorReason::CredentialsRefused:
      return "credentials-refused";
    case ErrorReason::SignatureRefused:
      return "signature-refused";
    case ErrorReason::ClockRefused:
      return "clock-refused";
    case ErrorReason::BadRequest:
      return "bad-request";
    case ErrorReason::Forbidden:
      return "forbidden";
    case ErrorReason::NotFound:
      return "not-found";
    case ErrorReason::Throttled:
      return "throttled";
    case ErrorReason::ServerFault:
      return "server-fault";
    case ErrorReason::UnexpectedStatus:
      return "unexpected-status";
    case ErrorReason::RefusedByApi:
      return "refused-by-api";
    case ErrorReason::NoResultYet:
      return "no-result-yet";
    case ErrorReason::ImportFailed:
      return "import-failed";
    case ErrorReason::EmptyBody:
      return "empty-body";
    case ErrorReason::Syntax:
      return "syntax";
    case ErrorReason::EndsEarly:
      return "ends-early";
    case ErrorReason::InvalidUnicode:
      return "invalid-unicode";
    case ErrorReason::WrongType:
      return "wrong-type";
    case ErrorReason::NotACount:
      return "not-a-count";
    case ErrorReason::CodeMissing:
      return "code-missing";
    case ErrorReason::EmptyFile:
      return "empty-file";
    case ErrorReason::InvalidEncoding:
      return "invalid-encoding";
    case ErrorReason::QuoteNotClosed:
      return "quote-not-closed";
    case ErrorReason::ResponseTooLarge:
      return "response-too-large";
    case ErrorReason::OutOfMemory:
      return "out-of-memory";
  }
  return {};
}

}  // namespace koodrive
