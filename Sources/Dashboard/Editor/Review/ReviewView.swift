import ComposeFile
import StackPlanning
import TerminalUI

/// Draws what lies over the whole screen.
enum EditingPageView {
  static func draw(_ page: EditingPage, _ state: SharedState, on canvas: inout Canvas) {
    let rect = state.pageRect
    let columns = rect.inset(by: 1).columns
    switch page {
    case .review(let review):
      frame(
        rect, title: review.change.title, path: review.change.path,
        ReviewView.rows(review, columns: columns, state.glyphs), review.scroll, style: Style(.borderFocus),
        on: &canvas)
    case .conflict(let conflict):
      frame(
        rect, title: "The file changed on disk", path: conflict.change.path,
        ConflictView.rows(conflict, columns: columns), conflict.scroll, style: Style(.warning),
        on: &canvas)
    }
  }

  private static func frame(
    _ rect: Rect, title: String, path: String, _ rows: [StyledText], _ scroll: Scroll, style: Style,
    on canvas: inout Canvas
  ) {
    canvas.fill(rect, Style())
    let inside = rect.inset(by: 1)
    let offset = scroll.top(rows: rows.count, page: inside.rows)
    let place = rows.count > inside.rows ? StyledText("\(offset + 1)/\(rows.count)", Style(.muted)) : nil
    canvas.box(
      rect, style: style, title: StyledText(" \(title)", Style(.title).adding(.bold)),
      trailing: StyledText(
        PathText.shortened(path, to: max(10, rect.columns - title.count - 10), canvas.glyphs), Style(.muted)),
      footer: place)
    for (index, row) in rows.dropFirst(offset).prefix(inside.rows).enumerated() {
      canvas.write(row, at: inside.line(index).origin, maxColumns: inside.columns)
    }
    let edge = Rect(column: inside.endColumn, row: inside.row, columns: 1, rows: inside.rows)
    canvas.scrollbar(in: edge, total: rows.count, visible: inside.rows, offset: offset, style: Style(.border))
  }
}

/// The rows of a review: what happens on the engine, what the checks say, what changes in the file.
enum ReviewView {
  static func rows(_ review: Review, columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    guard let facts = review.facts else {
      return [StyledText("planning \(glyphs.ellipsis)", Style(.muted))]
    }
    let rows = plan(facts, columns, glyphs) + findings(review, facts, columns, glyphs)
    return rows + difference(review, facts)
  }

  private static func heading(_ title: String, _ note: String = "") -> StyledText {
    StyledText(title, Style(.title).adding(.bold))
      + StyledText(note.isEmpty ? "" : "  \(note)", Style(.muted))
  }

  private static func plan(_ facts: ChangeFacts, _ columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    if let plan = facts.plan { return ReviewPlan.rows(plan, columns: columns, glyphs) + [""] }
    let problem = facts.planProblem?.description ?? "unknown reason"
    return [heading("Plan")]
      + WrappedText.rows(StyledText("  cannot plan: \(problem)", Style(.warning)), columns: columns) + [""]
  }

  private static func findings(
    _ review: Review, _ facts: ChangeFacts, _ columns: Int, _ glyphs: GlyphSet
  ) -> [StyledText] {
    let shown = facts.findings.filter {
      $0.severity != .advice && $0.place.map { $0.path == review.change.path } ?? true
    }
    let advice = facts.findings.count { $0.severity == .advice }
    var note = advice > 0 ? "\(Counted.text(advice, "suggestion")) hidden" : ""
    if shown.isEmpty { note = "no problems" + (note.isEmpty ? "" : "; \(note)") }
    if review.overrules { note = "overridden" }
    var rows = [heading("Checks", note)]
    for finding in shown {
      let sign = finding.severity == .error ? glyphs.cross : glyphs.caution
      let style = Style(finding.severity == .error ? .error : .warning)
      let place = finding.place?.position.map { "\($0.line):\($0.column) " } ?? ""
      let fix = finding.fix.isEmpty ? "" : " — \(finding.fix)"
      let path = finding.path.isEmpty ? "" : "\(finding.path): "
      let text =
        StyledText("  \(sign) ", style) + StyledText("\(place)", Style(.muted))
        + StyledText("\(path)\(finding.message)\(fix)")
      rows += WrappedText.rows(text, columns: columns)
    }
    return rows + [""]
  }

  private static func difference(_ review: Review, _ facts: ChangeFacts) -> [StyledText] {
    let (gone, new) = (
      facts.difference.count { $0.kind == .gone }, facts.difference.count { $0.kind == .new }
    )
    if facts.difference.isEmpty { return [heading("Difference", "none")] }
    let note =
      review.change.base == nil ? "a new file, \(Counted.text(new, "line"))" : "+\(new) -\(gone)"
    return [heading("Difference", note)] + DifferenceText.rows(facts.difference)
  }
}

/// The rows of a difference.
enum DifferenceText {
  static func rows(_ lines: [DifferenceLine]) -> [StyledText] {
    lines.map { line in
      let text = line.text.replacingTabs
      return switch line.kind {
      case .kept: StyledText("  \(text)", Style(.text))
      case .gone: StyledText("- \(text)", Style(.error))
      case .new: StyledText("+ \(text)", Style(.success))
      case .place: StyledText(text, Style(.accent))
      }
    }
  }
}

extension String {
  /// The text with blanks for tabs.
  fileprivate var replacingTabs: String {
    contains("\t") ? split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ") : self
  }
}

/// The rows of a conflict: what they have changed, and what was to be changed.
enum ConflictView {
  static func rows(_ conflict: Conflict, columns: Int) -> [StyledText] {
    let path = conflict.change.path
    let what =
      conflict.theirs == nil
      ? "\(path) was deleted after davit read it. Nothing was written."
      : "Someone else changed \(path) after davit read it. Nothing was written."
    var rows = WrappedText.rows(StyledText(what, Style(.warning)), columns: columns) + [""]
    rows += section(
      "Their changes", conflict.theirLines, of: conflict.theirs == nil ? "file deleted" : nil)
    rows += section("Your changes", conflict.myLines, of: nil)
    return rows
  }

  private static func section(_ title: String, _ lines: [DifferenceLine], of note: String?) -> [StyledText] {
    var heading = StyledText(title, Style(.title).adding(.bold))
    let (gone, new) = (lines.count { $0.kind == .gone }, lines.count { $0.kind == .new })
    heading.append("  \(note ?? "+\(new) -\(gone)")", Style(.muted))
    return [heading] + DifferenceText.rows(lines) + [""]
  }
}
