import EngineModel
import TerminalUI
import Troubles

/// The Config tab: the facts that one looks for first, then the engine's whole document.
enum ConfigText {
  /// What stands above the document.
  static func lead(_ document: ResourceDocument, columns: Int, _ state: SharedState) -> [StyledText] {
    guard case .container(let details) = document else { return [] }
    return ContainerFacts.rows(details, columns: columns, state) + heading("Inspect")
  }

  static func heading(_ title: String) -> [StyledText] {
    [StyledText(""), StyledText(title, Style(.title).adding(.bold))]
  }
}

extension Tab {
  /// What the engine says of the resource: the facts that one looks for first, then all of it.
  static let config = Tab.config { _, _ in [] }

  /// The same below what a feature has to say of its own.
  static func config(above: @escaping @Sendable (RowID, SharedState) -> [StyledText]) -> Tab {
    Tab(
      id: "config", title: "Config", reads: .document, hasSecrets: true, wraps: true,
      content: .document(
        lead: { row, columns, state in
          above(row, state)
            + documentRows(of: row, state) { ConfigText.lead($0, columns: columns, state) }
        },
        text: { document, state in document.json.map { JSONText($0, secrets: Secrets(state)) } }))
  }
}

extension ResourceDocument {
  /// The engine's document, where it is one.
  var json: JSONValue? {
    switch self {
    case .container(let details): details.document
    case .image(let value, _), .other(let value): value
    case .members, .events: nil
    }
  }
}
