#include "core/request/clock_offset.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>

using namespace koodrive;

namespace {
constexpr std::int64_t server = 1'725'852'805'000;
}

TEST_CASE("a clock counts as wrong if it differs by more than a minute in either direction") {
  CHECK(clockOffset(server, server) == std::nullopt);
  CHECK(clockOffset(server - 60'000, server) == std::nullopt);
  CHECK(clockOffset(server + 60'000, server) == std::nullopt);
  CHECK(clockOffset(server - 60'001, server) == 60'001);
  CHECK(clockOffset(server + 1'200'000, server) == -1'200'000);
}

TEST_CASE("a corrected X-Date is the server's time less a safety margin") {
  CHECK(xDateTime(server, 0) < server);
  CHECK(xDateTime(server, 0) > server - 10'000);
  CHECK(xDateTime(server + 1'200'000, -1'200'000) == xDateTime(server, 0));
}
