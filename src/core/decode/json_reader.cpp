#include "core/decode/json_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/decode/token_text.hpp"

namespace koodrive {
namespace {

using Json =
    nlohmann::basic_json<std::map, std::vector, TokenText, bool, std::int64_t, std::uint64_t, ParsedFraction>;

/// Iterates over the body and records whether the parser reached its end. The parser's own verdict is not
/// enough: nlohmann/json also treats a NUL byte as the end of the input.
class BodyIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  BodyIterator(const char* at, bool& endSeen) noexcept : at_(at), endSeen_(&endSeen) {}

  reference operator*() const noexcept { return *at_; }
  BodyIterator& operator++() noexcept {
    ++at_;
    return *this;
  }
  BodyIterator operator++(int) noexcept {
    const BodyIterator before = *this;
    ++at_;
    return before;
  }
  /// The parser compares with the end before it reads each byte, hence [[likely]].
  friend bool operator==(const BodyIterator& iterator, const BodyIterator& end) noexcept {
    if (iterator.at_ != end.at_) [[likely]] {
      return false;
    }
    *iterator.endSeen_ = true;
    return true;
  }

 private:
  const char* at_;
  bool* endSeen_;
};

}  // namespace

bool readJson(std::string_view body, TaskResultSax& sax) {
  bool endSeen = false;
  const BodyIterator begin(body.data(), endSeen);
  const BodyIterator end(body.data() + body.size(), endSeen);
  return Json::sax_parse(begin, end, &sax) && endSeen;
}

}  // namespace koodrive
