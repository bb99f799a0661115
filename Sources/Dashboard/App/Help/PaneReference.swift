/// What can be said of a pane from its registries, as its page in docs/panes has it.
package enum PaneReference {
  /// The names of all pages, without their ending.
  package static let pages = Features.standard.panes.panes.map { $0.title.lowercased() }

  /// Columns, fields of the filter and commands of the pane with such a page, in Markdown.
  package static func markdown(of page: String) -> String? {
    guard let pane = Features.standard.panes.panes.first(where: { $0.title.lowercased() == page }) else {
      return nil
    }
    return columns(pane) + filter(pane) + commands(pane)
  }

  private static func columns(_ pane: PaneKind) -> String {
    guard !pane.feature.columns.isEmpty else { return "" }
    let names = { (columns: [Column]) in columns.map(\.name).joined(separator: ", ") }
    var text = "## Columns\n\n\(names(pane.feature.columns.filter { !$0.isExtra }))"
    let extra = pane.feature.columns.filter(\.isExtra)
    text += extra.isEmpty ? ".\n" : "; to be chosen with `c`: \(names(extra)).\n"
    return text + "\n"
  }

  private static func filter(_ pane: PaneKind) -> String {
    let fields = pane.feature.filterFields.map { "`\($0.name):`" }
    guard !fields.isEmpty else { return "" }
    return "## Filter\n\n`/` and text, or fields: \(fields.joined(separator: ", ")).\n\n"
  }

  private static func commands(_ pane: PaneKind) -> String {
    let features = Features.standard
    let own = features.commands.filter { command in
      if case .panes(let kinds) = command.scope { kinds.contains(pane) } else { false }
    }
    guard !own.isEmpty else { return "" }
    let rows = own.map { command in
      let keys = features.keymap.bindings.filter { $0.command == command.id }
        .map { "`\($0.keys.map(\.name).joined(separator: " "))`" }
      return "| \(keys.joined(separator: " ")) | \(command.title) | \(command.doc) |\n"
    }
    return "## Keys\n\n| key | | does |\n|---|---|---|\n" + rows.joined()
  }
}
