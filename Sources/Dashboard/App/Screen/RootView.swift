import TerminalUI

/// The whole screen as a function of the state.
package enum RootView {
  /// Draws the state; call `settle` on it first.
  package static func frame(_ state: DashboardState) -> Frame { canvas(state).frame }

  /// The screen with what a press of the mouse means on its parts.
  static func canvas(_ state: DashboardState) -> Canvas {
    let shared = state.shared
    var canvas = Canvas(size: shared.size, glyphs: shared.glyphs)
    guard !ScreenLayout.isTooSmall(shared.size) else {
      tooSmall(&canvas)
      return canvas
    }
    let layout = shared.layout
    HeaderView.draw(shared, in: layout.header, on: &canvas)
    if let bar = layout.tabBar { PaneBarView.draw(shared, in: bar, on: &canvas) }
    for kind in shared.registry.panes {
      if let rect = layout.panes[kind] {
        PaneView.draw(kind, shared, in: rect, isWide: layout.isWide, on: &canvas)
      }
    }
    if let rect = layout.details {
      if let editor = state.editing.editor {
        EditorView.draw(editor, shared, hasKeys: state.overlays.isEmpty, in: rect, on: &canvas)
      } else {
        DetailsView.draw(state, in: rect, on: &canvas)
      }
    }
    if let page = state.editing.page {
      canvas.cursor = nil
      EditingPageView.draw(page, shared, on: &canvas)
    }
    FooterView.draw(state, in: layout.footer, on: &canvas)
    ToastView.draw(state, on: &canvas)
    for (index, overlay) in state.overlays.enumerated() {
      // A menu that has led to what lies on it only waits for the way back.
      if case .menu = overlay, index + 1 < state.overlays.count { continue }
      // The cursor is where keys go: in what lies on top, or nowhere.
      canvas.cursor = nil
      canvas.forgetSpots()
      OverlayViews.draw(overlay, state, on: &canvas)
    }
    WhichKey.draw(state, on: &canvas)
    return canvas
  }

  private static func tooSmall(_ canvas: inout Canvas) {
    let size = ScreenLayout.smallest
    canvas.write(
      "davit needs \(size.columns)x\(size.rows)", at: Point(column: 0, row: 0), style: Style(.warning))
  }
}
