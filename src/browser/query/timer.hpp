#pragma once

#include <emscripten/eventloop.h>

#include <utility>

namespace koodrive {

/// A one-shot timer (setTimeout) that calls a member function of its owner. Destroying or restarting it
/// cancels the pending call.
template <class Owner>
class Timer {
 public:
  using Action = void (Owner::*)();

  /// `action` may destroy the timer.
  Timer(Owner& owner, Action action) : owner_(&owner), action_(action) {}
  ~Timer() { cancel(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;
  Timer(Timer&&) = delete;
  Timer& operator=(Timer&&) = delete;

  /// Calls the action once after `milliseconds`, 0 to 2,147,483,647.
  void start(double milliseconds) {
    cancel();
    id_ = emscripten_set_timeout(
        [](void* self) {
          auto& timer = *static_cast<Timer*>(self);
          timer.id_ = none;
          (timer.owner_->*timer.action_)();
        },
        milliseconds, this);
  }

  void cancel() {
    if (id_ != none) {
      emscripten_clear_timeout(std::exchange(id_, none));
    }
  }

 private:
  static constexpr int none = 0;  // setTimeout never returns 0
  Owner* owner_;
  Action action_;
  int id_ = none;
};

}  // namespace koodrive
