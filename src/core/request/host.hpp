#pragma once

#include <string_view>

namespace koodrive {

/// Whether `host` (lower case) is a DNS name, an IPv4 address, or an IPv6 address in brackets.
/// (RFC 1123, section 2.1; RFC 4291, section 2.2, without an embedded IPv4 address)
[[nodiscard]] bool isHost(std::string_view host) noexcept;

/// Whether `host` (lower case, `isHost`) always means this machine: localhost and its subdomains,
/// 127.0.0.0/8,
/// [::1].
[[nodiscard]] bool isLoopback(std::string_view host) noexcept;

}  // namespace koodrive
