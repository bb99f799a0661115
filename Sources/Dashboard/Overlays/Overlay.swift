/// What lies over the panes and takes the keys.
enum Overlay: Sendable, Equatable {
  case confirmation(Confirmation)
  case job(JobOverlay)
  case form(Form)
  case menu(Menu)
  case palette(Palette)
  case prompt(Prompt)
  case text(TextOverlay)
}
