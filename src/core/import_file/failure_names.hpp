#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/import_file/name_match.hpp"
#include "core/report/fail_info_columns.hpp"

namespace koodrive {

/// The names of a report's failures, which are borrowed.
class FailureNames final : public NameList {
 public:
  explicit FailureNames(const FailInfoColumns& failures) : failures_(&failures) {}

  [[nodiscard]] std::size_t size() const override { return failures_->size(); }
  [[nodiscard]] std::optional<std::string_view> at(std::size_t index) override {
    return failures_->userNameOf(index);
  }

 private:
  const FailInfoColumns* failures_;
};

}  // namespace koodrive
