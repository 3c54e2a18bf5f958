#include "core/export/report_export.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/export/json_text.hpp"
#include "core/export/table_text.hpp"
#include "core/report/provenance_members.hpp"
#include "core/text/decimal.hpp"
#include "core/text/piece_writer.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {

namespace {

constexpr std::string_view endOfLine = "\r\n";

template <class PutField>
void putCsvLine(const Field& userName, const Field& desc, std::string_view tail, PutField putField,
                PieceWriter& out) {
  putField(userName, out);
  out.put(',');
  putField(desc, out);
  out.put(tail);
  out.put(endOfLine);
}

template <class PutField>
void putCsv(const FailInfoColumns& rows, const ReportView& view, const RowTails& tails, PutField putField,
            PieceWriter& out) {
  putCsvLine("userName", "desc", tails.header, putField, out);
  for (std::size_t index = 0; index < view.size(); ++index) {
    const auto [userName, desc] = rows.at(view.at(index));
    putCsvLine(userName, desc, tails.at(view.at(index)), putField, out);
  }
}

/// Writes the members of a JSON object and the punctuation between them.
class JsonMembers {
 public:
  explicit JsonMembers(PieceWriter& out) : out_(&out) { out.put('{'); }

  /// Begins the member `name`; the caller writes its value next.
  PieceWriter& begin(std::string_view name) {
    separate();
    out_->put('"');
    out_->put(name);
    out_->put("\":");
    return *out_;
  }
  void addCount(std::string_view name, std::uint64_t count) { begin(name).put(decimal(count)); }
  void addText(std::string_view name, const Field& text) {
    if (text) {
      putJsonString(*text, begin(name));
    }
  }
  /// Adds members that are JSON already; an empty text adds none.
  void addMembers(std::string_view members) {
    if (!members.empty()) {
      separate();
      out_->put(members);
    }
  }
  void addPresentText(std::string_view name, std::string_view text) {
    addText(name, text.empty() ? std::nullopt : std::optional(text));
  }
  void end() { out_->put('}'); }

 private:
  void separate() {
    if (!first_) {
      out_->put(',');
    }
    first_ = false;
  }

  PieceWriter* out_;
  bool first_ = true;
};

void putFailInfoList(const FailInfoColumns& rows, const ReportView& view, const RowTails& tails,
                     PieceWriter& out) {
  out.put('[');
  for (std::size_t index = 0; index < view.size(); ++index) {
    if (index != 0) {
      out.put(',');
    }
    const auto [userName, desc] = rows.at(view.at(index));
    JsonMembers entry(out);
    entry.addText("userName", userName);
    entry.addText("desc", desc);
    entry.addMembers(tails.at(view.at(index)));
    entry.end();
  }
  out.put(']');
}

bool statesFailCount(const ImportReport& report) {
  return std::ranges::find(report.warnings, Warning::Kind::FailCountAbsent, &Warning::kind) ==
         report.warnings.end();
}

void putData(const ImportReport& report, const ReportView& view, const RowTails& tails, PieceWriter& out) {
  JsonMembers data(out);
  if (report.data.successCount) {
    data.addCount("successCount", *report.data.successCount);
  }
  if (view.isPartial() || statesFailCount(report)) {
    data.addCount("failCount", report.data.failCount);
  }
  putFailInfoList(report.data.failInfoList, view, tails, data.begin("failInfoList"));
  data.end();
}

void putProvenance(const Provenance& provenance, PieceWriter& out) {
  JsonMembers members(out);
  members.addPresentText(provenanceMember::taskId, provenance.taskId);
  members.addPresentText(provenanceMember::traceId, provenance.traceId);
  members.addPresentText(provenanceMember::receivedAt, provenance.receivedAt);
  members.addPresentText(provenanceMember::importFile, provenance.importFile);
  members.addPresentText(provenanceMember::version, provenance.version);
  members.end();
}

}  // namespace

void writeCsv(const FailInfoColumns& rows, const ReportView& view, CsvKind kind, const TextSink& sink,
              const RowTails& tails) {
  PieceWriter out(sink);
  if (kind == CsvKind::ForSpreadsheet) {
    out.put(byteOrderMark);
    putCsv(rows, view, tails, putForSpreadsheet, out);
  } else {
    putCsv(rows, view, tails, putExact, out);
  }
  out.flush();
}

std::string toCsv(const FailInfoColumns& rows, const ReportView& view, CsvKind kind) {
  return written([&](const TextSink& sink) { writeCsv(rows, view, kind, sink); });
}

void writeJson(const ImportReport& report, const ReportView& view, const Provenance* provenance,
               const TextSink& sink, const RowTails& tails) {
  PieceWriter out(sink);
  JsonMembers answer(out);
  putData(report, view, tails, answer.begin("data"));
  answer.addCount("code", 0);
  answer.addText("msg", "Successful");
  if (provenance != nullptr) {
    putProvenance(*provenance, answer.begin(provenanceMember::self));
  }
  answer.end();
  out.flush();
}

std::string toJson(const ImportReport& report, const ReportView& view) {
  return written([&](const TextSink& sink) {
    writeJson(report, view, report.provenance ? &*report.provenance : nullptr, sink);
  });
}

std::string toJson(const ImportReport& report) {
  return toJson(report, ReportView(report.data.failInfoList));
}

std::string toTsv(const FailInfoColumns& rows, std::span<const std::uint32_t> positions,
                  const RowTails& tails) {
  return written([&](const TextSink& sink) {
    PieceWriter out(sink);
    for (std::size_t index = 0; index < positions.size(); ++index) {
      if (index != 0) {
        out.put('\n');
      }
      const auto [userName, desc] = rows.at(positions[index]);
      putForClipboard(userName, out);
      out.put('\t');
      putForClipboard(desc, out);
      out.put(tails.at(positions[index]));
    }
    out.flush();
  });
}

}  // namespace koodrive
