import TerminalUI

extension DashboardState {
  /// What the mouse does while something is edited: the wheel scrolls, a press puts the cursor.
  mutating func pointEditor(_ mouse: MouseEvent) -> [Effect] {
    if editing.page != nil {
      switch mouse.kind {
      case .wheelUp: return pressPage(KeyPress(.up))
      case .wheelDown: return pressPage(KeyPress(.down))
      default: return []
      }
    }
    guard let rect = layout.details, editing.editor?.entry == nil else { return [] }
    let text = EditorView.textRect(in: rect)
    switch mouse.kind {
    case .wheelUp: editing.editor?.text.scroll(rows: -3)
    case .wheelDown: editing.editor?.text.scroll(rows: 3)
    case .press where mouse.button == .left && text.contains(mouse.point):
      editing.editor?.text.press(at: mouse.point, in: text)
    case .drag where mouse.button == .left: editing.editor?.text.drag(to: mouse.point, in: text)
    default: break
    }
    return []
  }
}
