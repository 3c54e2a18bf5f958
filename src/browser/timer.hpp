#pragma once

#include <emscripten/eventloop.h>

#include <functional>
#include <utility>

namespace koodrive {

/// A one-shot timer of the event loop. Destroying or restarting it cancels what was pending.
class Timer {
 public:
  Timer() = default;
  ~Timer() { cancel(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;
  Timer(Timer&&) = delete;
  Timer& operator=(Timer&&) = delete;

  /// Calls `action` once after `milliseconds`, 0 to 2,147,483,647. The action may destroy the timer.
  void start(double milliseconds, std::function<void()> action) {
    cancel();
    action_ = std::move(action);
    id_ = emscripten_set_timeout(
        [](void* self) {
          auto& timer = *static_cast<Timer*>(self);
          timer.id_ = none;
          const auto due = std::move(timer.action_);
          due();
        },
        milliseconds, this);
  }

  void cancel() {
    if (id_ != none) {
      emscripten_clear_timeout(std::exchange(id_, none));
    }
    action_ = nullptr;
  }

 private:
  static constexpr int none = 0;  // setTimeout never returns 0
  int id_ = none;
  std::function<void()> action_;
};

}  // namespace koodrive
