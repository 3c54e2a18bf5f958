#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace koodrive {

template <class Signature>
class FunctionRef;

/// Borrows a callable for the time of a call, as C++26's std::function_ref does.
template <class Returned, class... Arguments>
class FunctionRef<Returned(Arguments...)> {
 public:
  template <class Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef> &&
             std::is_invocable_r_v<Returned, Callable&, Arguments...>)
  // Passed like a callable, which is borrowed.
  // NOLINTNEXTLINE(google-explicit-*,bugprone-forwarding-reference-*,cppcoreguidelines-missing-std-forward)
  FunctionRef(Callable&& callable) noexcept
      : callable_(std::addressof(callable)),
        call_([](const void* target, Arguments... arguments) -> Returned {
          using Target = const std::remove_reference_t<Callable>;
          return (*static_cast<Target*>(target))(std::forward<Arguments>(arguments)...);
        }) {}

  Returned operator()(Arguments... arguments) const {
    return call_(callable_, std::forward<Arguments>(arguments)...);
  }

 private:
  const void* callable_;
  Returned (*call_)(const void*, Arguments...);
};

}  // namespace koodrive
