import EngineModel
import TerminalUI
import Troubles

/// The Config tab: the facts that one looks for first, then the engine's whole document.
enum ConfigText {
  static func rows(_ document: ResourceDocument, columns: Int, _ state: SharedState) -> [StyledText] {
    let secrets = Secrets(state)
    switch document {
    case .container(let details):
      return ContainerFacts.rows(details, columns: columns, state) + heading("Inspect")
        + JSONText.rows(details.document, secrets: secrets)
    case .image(let value, _), .other(let value):
      return JSONText.rows(value, secrets: secrets)
    case .members, .events: return []
    }
  }

  static func heading(_ title: String) -> [StyledText] {
    [StyledText(""), StyledText(title, Style(.title).adding(.bold))]
  }
}

extension Tab {
  /// What the engine says of the resource: the facts that one looks for first, then all of it.
  static let config = Tab.document("config", "Config", hasSecrets: true) { document, columns, state in
    ConfigText.rows(document, columns: columns, state)
  }
}
