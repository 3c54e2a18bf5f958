#include "core/request/host.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

constexpr std::size_t longestName = 253;
constexpr std::size_t longestLabel = 63;

/// Splits a text at `separator`, one part at a time; `more` is false once the last part has been taken.
struct Parts {
  std::string_view rest;
  char separator;
  bool more = true;

  std::string_view next() noexcept {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    more = end != std::string_view::npos;
    rest = more ? rest.substr(end + 1) : std::string_view();
    return part;
  }
};

bool isLabel(std::string_view label) noexcept {
  const auto allowed = [](char c) { return isAlphanumeric(c) || c == '-' || c == '_'; };
  return !label.empty() && label.size() <= longestLabel && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, allowed);
}

bool isOctet(std::string_view text) noexcept {
  constexpr unsigned largest = 255;
  const auto value = readDecimal(text);
  return value && *value <= largest && (text.size() == 1 || text.front() != '0');
}

bool isIpv4(std::string_view host) noexcept {
  constexpr int octets = 4;
  Parts parts{.rest = host, .separator = '.'};
  int count = 0;
  while (parts.more) {
    if (!isOctet(parts.next())) {
      return false;
    }
    ++count;
  }
  return count == octets;
}

bool isName(std::string_view host) noexcept {
  if (host.size() > longestName) {
    return false;
  }
  Parts parts{.rest = host, .separator = '.'};
  while (parts.more) {
    if (!isLabel(parts.next())) {
      return false;
    }
  }
  return true;
}

/// The number of groups of hexadecimal digits separated by colons; -1 if `text` contains anything else.
int groups(std::string_view text) noexcept {
  constexpr std::size_t longest = 4;
  if (text.empty()) {
    return 0;
  }
  Parts parts{.rest = text, .separator = ':'};
  int count = 0;
  while (parts.more) {
    const std::string_view group = parts.next();
    if (group.empty() || group.size() > longest || !std::ranges::all_of(group, isHexDigit)) {
      return -1;
    }
    ++count;
  }
  return count;
}

bool isIpv6(std::string_view address) noexcept {
  constexpr int allGroups = 8;
  const std::size_t gap = address.find("::");
  if (gap == std::string_view::npos) {
    return groups(address) == allGroups;
  }
  const int before = groups(address.substr(0, gap));
  const int after = groups(address.substr(gap + 2));
  return before >= 0 && after >= 0 && before + after < allGroups;
}

/// Whether the last label is a number. Browsers parse such a host as an IPv4 address and refuse all others.
bool endsInNumber(std::string_view host) noexcept {
  return std::ranges::all_of(host.substr(host.rfind('.') + 1), isDigit);
}

}  // namespace

bool isHost(std::string_view host) noexcept {
  if (host.starts_with('[')) {
    return host.ends_with(']') && isIpv6(host.substr(1, host.size() - 2));
  }
  return endsInNumber(host) ? isIpv4(host) : isName(host);
}

bool isLoopback(std::string_view host) noexcept {
  return host == "localhost" || host.ends_with(".localhost") || host == "[::1]" ||
         (host.starts_with("127.") && isIpv4(host));
}

}  // namespace koodrive
