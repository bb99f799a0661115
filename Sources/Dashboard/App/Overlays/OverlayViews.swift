import TerminalUI

/// Draws what lies over the panes.
enum OverlayViews {
  static func draw(_ overlay: Overlay<RootAction>, _ state: DashboardState, on canvas: inout Canvas) {
    switch overlay {
    case .confirmation(let confirmation):

      ConfirmationView.draw(
        confirmation, notes: state.shared.loginNotes(for: confirmation.registriesOf),
        hints: state.boxHints(for: confirmation), on: &canvas)
    case .form(let form):
      let names = form.namesImages ? form.fields[0].text.split(separator: " ").map(String.init) : []
      FormView.draw(
        form, note: state.shared.loginNotes(for: names).joined(separator: "; "),
        hints: state.boxHints(for: form), on: &canvas)
    case .menu(let menu): MenuView.draw(menu, hints: state.boxHints(of: .menu), on: &canvas)
    case .palette(let palette): PaletteView.draw(palette, state, on: &canvas)
    case .text(let text): TextOverlayView.draw(text, state, on: &canvas)
    }
  }
}
