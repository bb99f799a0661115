/// The commands that scroll a long text: the same wherever one takes the keys.
struct ScrollCommand: Sendable {
  /// What follows the scope in the command's id.
  let name: String
  let title: String
  let doc: String
  let step: Scroll.Step
  let keys: [String]

  static let all: [ScrollCommand] = [
    ScrollCommand(
      name: "down", title: "Line down", doc: "Scrolls one line down.", step: .line(1), keys: ["j", "down"]),
    ScrollCommand(
      name: "up", title: "Line up", doc: "Scrolls one line up.", step: .line(-1), keys: ["k", "up"]),
    ScrollCommand(
      name: "half-down", title: "Half a page down", doc: "Scrolls half a page down.", step: .halfPage(1),
      keys: ["ctrl-d"]),
    ScrollCommand(
      name: "half-up", title: "Half a page up", doc: "Scrolls half a page up.", step: .halfPage(-1),
      keys: ["ctrl-u"]),
    ScrollCommand(
      name: "page-down", title: "Page down", doc: "Scrolls a page down.", step: .page(1),
      keys: ["pgdown", "space", "ctrl-f"]),
    ScrollCommand(
      name: "page-up", title: "Page up", doc: "Scrolls a page up.", step: .page(-1), keys: ["pgup", "ctrl-b"]),
    ScrollCommand(
      name: "first", title: "Go to start", doc: "Goes to the start.", step: .start, keys: ["g", "home"]),
    ScrollCommand(
      name: "last", title: "Go to end", doc: "Goes to the end.", step: .end, keys: ["G", "end"]),
  ]
}
