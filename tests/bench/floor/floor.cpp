#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace {

/// Takes every event of nlohmann/json and does nothing: what is left is the parser's own time.
class IdleSax {
 public:
  bool null() { return true; }
  bool boolean(bool /*value*/) { return true; }
  bool number_integer(std::int64_t /*value*/) { return true; }
  bool number_unsigned(std::uint64_t /*value*/) { return true; }
  bool number_float(double /*value*/, const std::string& /*text*/) { return true; }
  bool string(std::string& /*text*/) { return true; }
  template <class Binary>
  bool binary(Binary& /*bytes*/) {
    return true;
  }
  bool start_object(std::size_t /*size*/) { return true; }
  bool key(std::string& /*name*/) { return true; }
  bool end_object() { return true; }
  bool start_array(std::size_t /*size*/) { return true; }
  bool end_array() { return true; }
  template <class Exception>
  bool parse_error(std::size_t /*consumed*/, const std::string& /*lastToken*/,
                   const Exception& /*exception*/) {
    return false;
  }
};

}  // namespace

/// Whether the text is JSON.
extern "C" bool parse(const char* text, std::size_t size) {
  IdleSax sax;
  return nlohmann::json::sax_parse(text, text + size, &sax);
}
