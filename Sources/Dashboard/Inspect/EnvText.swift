import TerminalUI

extension Tab {
  /// The environment of a container.
  static let environment = Tab.document("env", "Env", needsEngine: false, hasSecrets: true) {
    document, _, state in
    EnvText.rows(document, state)
  }
}

/// The environment of a container: sorted, secrets masked.
enum EnvText {
  static func rows(_ document: ResourceDocument, _ state: SharedState) -> [StyledText] {
    guard case .container(let details) = document else { return [] }
    let variables = details.process.env.sorted()
    guard !variables.isEmpty else { return [StyledText("no environment variables", Style(.muted))] }
    let secrets = Secrets(state)
    let hidden = variables.count { secrets.masked(entry: $0) != $0 }
    var rows: [StyledText] = []
    if hidden > 0 {
      rows.append(StyledText("\(hidden) hidden: v reveals them", Style(.muted)))
    }
    for variable in variables {
      let shown = secrets.masked(entry: variable)
      let equals = shown.firstIndex(of: "=") ?? shown.endIndex
      rows.append(
        StyledText(String(shown[..<equals]), Style(.syntaxKey))
          + StyledText(String(shown[equals...].prefix(1)), Style(.muted))
          + StyledText(String(shown[equals...].dropFirst()), Style(.syntaxString)))
    }
    return rows
  }
}
