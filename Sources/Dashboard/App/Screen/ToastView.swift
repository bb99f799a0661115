import TerminalUI

/// The notices of the last seconds, above the footer at the right; and, while the engine is away, why.
enum ToastView {
  static func draw(_ state: DashboardState, on canvas: inout Canvas) {
    var bottom = state.shared.size.rows - 2
    let lasting = state.toasts.isSeen ? state.toasts.lastingNotices : []
    for notice in notices(state).reversed() {
      let room = max(10, min(state.shared.size.columns - 6, 90))
      let rows =
        lasting.contains(notice)
        ? [TextWidth.truncated(notice.text, to: room)][...]
        : WrappedText.rows(notice.text, columns: room).prefix(4)
      let columns = (rows.map { TextWidth.columns(of: $0) }.max() ?? 0) + 4
      let top = bottom - rows.count + 1
      guard top > 1 else { return }
      let rect = Rect(
        column: state.shared.size.columns - columns - 1, row: top, columns: columns, rows: rows.count)
      canvas.fill(rect, Style(.text, on: .overlay))
      for (index, row) in rows.enumerated() {
        let lead = index == 0 ? String(glyph(notice.level, state.shared.glyphs)) : " "
        let style = Style(role(notice.level), on: .overlay)
        canvas.write(" \(lead) \(row)", at: rect.line(index).origin, style: style, maxColumns: columns)
      }
      bottom = top - 1
    }
  }

  private static func notices(_ state: DashboardState) -> [Notice] {
    var notices = state.toasts.lastingNotices + state.toasts.shown.map(\.notice)
    for engine in state.shared.engines.all {
      guard case .lost(let trouble) = engine.connection, engine.startTrouble == nil else { continue }
      notices.append(Notice(.error, trouble, about: engine.id))
    }
    return notices
  }

  private static func role(_ level: Notice.Level) -> Role {
    switch level {
    case .success: .success
    case .information: .information
    case .warning: .warning
    case .error: .error
    }
  }

  private static func glyph(_ level: Notice.Level, _ glyphs: GlyphSet) -> Character {
    switch level {
    case .success: glyphs.check
    case .information: glyphs.full
    case .warning: glyphs.caution
    case .error: glyphs.cross
    }
  }
}
