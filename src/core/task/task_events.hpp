#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/decode/answer_shape.hpp"
#include "core/decode/envelope.hpp"
#include "core/decode/json_events.hpp"
#include "core/error.hpp"
#include "core/task/task_decoder.hpp"
#include "core/task/task_info.hpp"

namespace koodrive {

/// Reads tasks from the events of an answer.
class TaskEvents final : public JsonEvents {
 public:
  explicit TaskEvents(TaskAnswer answer) : answer_(answer) {}

  void event(JsonEvent kind, std::string_view text) override;

  /// The tasks of the answer, completely read, or why it has none. If several faults apply, the first of this
  /// order: shape fault of the root, of `code`, Api, other shape faults.
  [[nodiscard]] Result<TaskList> outcome() &&;

 private:
  /// The object or array being read.
  enum class Scope : std::uint8_t { Document, Root, List, Entry };
  enum class Rank : std::uint8_t { Root, Code, Other };

  void startObject();
  void startArray();
  void end();
  void receive(JsonEvent kind, std::string_view text);
  /// Whether the value is one that the member may have. Keeps it.
  bool take(JsonEvent kind, std::string_view text);
  bool takeText(std::string& value, bool orInteger, JsonEvent kind, std::string_view text);
  bool takeOfTask(const TaskMember& member, JsonEvent kind, std::string_view text);
  void refuse(JsonEvent kind);
  [[nodiscard]] Rank rankOfMember() const noexcept;
  [[nodiscard]] bool isList() const noexcept;
  [[nodiscard]] std::string pointer() const;

  TaskAnswer answer_;
  Scope scope_ = Scope::Document;
  std::size_t skippedDepth_ = 0;
  std::string member_;  ///< the name of the member being read
  std::string listName_;
  std::size_t entries_ = 0;
  Envelope envelope_;
  TaskInfo task_;
  TaskList list_;
  std::string_view expected_;
  Rank rank_ = Rank::Other;
  std::optional<ShapeFault> fault_;
};

}  // namespace koodrive
