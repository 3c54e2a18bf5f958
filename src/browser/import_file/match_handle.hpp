#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "browser/border/outcome.hpp"
#include "browser/border/piece_sink.hpp"
#include "browser/import_file/import_file_to_js.hpp"
#include "browser/report/view_handle.hpp"
#include "core/import_file/import_file.hpp"
#include "core/import_file/name_match.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// Which failures of a report stand in which rows of an import file, as an Embind class; JavaScript must
/// delete it. It keeps both alive.
class MatchHandle {
 public:
  /// `column` is absent if no column bears a failure's name; then nothing is matched.
  MatchHandle(std::shared_ptr<const ImportReport> report, std::shared_ptr<const ImportFile> file,
              std::optional<std::size_t> column);

  /// The index of the column of names, or undefined.
  [[nodiscard]] JsOptionalNumber column() const;
  /// By failure: the line of its row in the file, 0 if it has none.
  [[nodiscard]] JsNumbers lines() const;
  /// By failure: the place of its `MatchStrength` in the list of their names.
  [[nodiscard]] JsNumbers strengths() const;
  [[nodiscard]] JsNumbers unmatched() const;
  [[nodiscard]] JsAmbiguousNames ambiguous() const;

  /// Writes the file to correct and import again: see `writeRetryFile`. A null view stands for all failures.
  [[nodiscard]] JsOutcome writeRetryFile(const ViewHandle* view, bool withAmbiguous,
                                         const JsSink& sink) const;
  /// Writes the file for people: see `writeReviewFile`. The labels are the headers of the first two columns.
  [[nodiscard]] JsOutcome writeReviewFile(const ViewHandle* view, const std::string& lineLabel,
                                          const std::string& reasonLabel, const JsSink& sink) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> positionsOf(const ViewHandle* view) const;

  std::shared_ptr<const ImportReport> report_;
  std::shared_ptr<const ImportFile> file_;
  std::optional<std::size_t> column_;
  NameMatch match_;
};

}  // namespace koodrive
