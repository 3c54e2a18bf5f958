#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

// What the API gateway says in the texts of its errors. (KooDrive API, "Error Codes")

inline constexpr std::string_view appAuthenticationRefused = "0303";
inline constexpr std::string_view throttledByGateway = "0308";

/// Whether `code` is the gateway's code `number`: `APIGW.0303`, or on newer gateways `APIG.0303`.
[[nodiscard]] bool isGatewayCode(std::string_view code, std::string_view number) noexcept;

/// Milliseconds since 1970 of the server's clock in the text of a 0303: `…,server time:20230527T020608Z`.
[[nodiscard]] std::optional<std::int64_t> serverTimeIn(std::string_view text);

/// The window of the limit in the text of a 0308, in milliseconds: `…limit:10,time:1 second`.
[[nodiscard]] std::optional<std::uint64_t> throttleWindowIn(std::string_view text);

/// Where `canonicalRequest`, which was signed, first differs from the gateway's in the text of a 0303. Absent
/// where the text has none. Where they are the same, the part is `app-secret`.
[[nodiscard]] std::optional<SignatureDifference> signatureDifferenceIn(std::string_view text,
                                                                       std::string_view canonicalRequest);

}  // namespace koodrive
