import TerminalUI
import Troubles

/// With no engine from the start, the largest pane says why and what to do.
enum StartTroubleView {
  static func draw(_ trouble: Trouble, of engine: EngineState, in rect: Rect, on canvas: inout Canvas) {
    let area = rect.rows > 4 ? rect.inset(columns: 2, rows: 1) : rect
    var rows = WrappedText.rows(StyledText(trouble.summary, Style(.error)), columns: area.columns)
    if let advice = trouble.advice {
      rows += [""] + WrappedText.rows(StyledText(advice, Style(.text)), columns: area.columns)
    }
    let hope =
      (engine.isUnusable
        ? "davit does not retry: fix this, then start it again."
        : "davit keeps retrying and continues on its own.") + " Without an engine, try: davit --demo"
    rows += [""] + WrappedText.rows(StyledText(hope, Style(.muted)), columns: area.columns)
    for (index, row) in rows.prefix(area.rows).enumerated() {
      canvas.write(row, at: area.line(index).origin, maxColumns: area.columns)
    }
  }
}
