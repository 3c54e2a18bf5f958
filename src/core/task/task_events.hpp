#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/decode/envelope.hpp"
#include "core/decode/json_events.hpp"
#include "core/error.hpp"
#include "core/task/task_info.hpp"

namespace koodrive {

/// Reads a task, or a list of tasks, from the events of its answer.
class TaskEvents final : public JsonEvents {
 public:
  enum class Answer : std::uint8_t { Task, List };

  explicit TaskEvents(Answer answer) : answer_(answer) {}

  void event(JsonEvent kind, std::string_view text) override;

  /// Why the answer, completely read, is neither a task nor a list.
  [[nodiscard]] std::optional<Error> fault() const;

  [[nodiscard]] TaskInfo& task() noexcept { return task_; }
  [[nodiscard]] TaskList& list() noexcept { return list_; }

 private:
  /// The object or array being read.
  enum class Scope : std::uint8_t { Document, Root, List, Entry };

  void startMember(std::string_view name);
  void startObject();
  void startArray();
  void end();
  void receive(JsonEvent kind, std::string_view text);
  /// Whether `kind` is a type that the member may have. Keeps the value.
  bool takeOfRoot(JsonEvent kind, std::string_view text);
  bool takeOfTask(JsonEvent kind, std::string_view text);
  void refuse(JsonEvent kind);
  [[nodiscard]] bool isList() const noexcept;
  [[nodiscard]] std::string pointer() const;

  Answer answer_;
  Scope scope_ = Scope::Document;
  std::size_t skippedDepth_ = 0;
  std::string member_;  ///< the name of the member being read
  std::string listName_;
  std::size_t entries_ = 0;
  Envelope envelope_;
  TaskInfo task_;
  TaskList list_;
  std::string_view expected_;
  std::optional<Error> rootFault_;
  std::optional<Error> codeFault_;
  std::optional<Error> firstFault_;
};

}  // namespace koodrive
