import EngineModel
import TerminalUI

extension Tab {
  /// A tab that is made of the document behind the row.
  static func document(
    _ id: String, _ title: String, needsEngine: Bool = true, hasSecrets: Bool = false, wraps: Bool = true,
    _ text: @escaping @Sendable (ResourceDocument, Int, SharedState) -> [StyledText]
  ) -> Tab {
    .rows(id, title, needsEngine: needsEngine, reads: .document, hasSecrets: hasSecrets, wraps: wraps) {
      row, columns, state in documentRows(of: row, state) { text($0, columns, state) }
    }
  }

  /// The rows of the document behind a row, or why there are none.
  static func documentRows(
    of row: RowID, _ state: SharedState, _ text: (ResourceDocument) -> [StyledText]
  ) -> [StyledText] {
    let engine = state.engine(of: row)
    guard let loaded = row.kind.document(row, engine).flatMap({ engine.documents[$0] }) else {
      return [
        StyledText(engine.connection.isLive ? "loading …" : "the engine is not answering", Style(.muted))
      ]
    }
    let problem = loaded.trouble.map { [StyledText($0.summary, Style(.error))] } ?? []
    return problem + (loaded.document.map(text) ?? [])
  }
}
