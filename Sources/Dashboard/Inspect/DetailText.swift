import EngineModel
import TerminalUI

extension DashboardState {
  /// The rows of the tab on the screen; empty for the logs and the graphs, which draw themselves.
  func detailText(columns: Int) -> [StyledText] {
    guard let subject = details.subject, let tab = details.tab else { return [] }
    switch tab {
    case .logs, .stats: return []
    case .config: return documentText(subject) { ConfigText.rows($0, subject, self) }
    case .env:
      if let key = subject.stackKey { return StackEnvText(key, subject.serviceName, self).rows }
      return documentText(subject) { EnvText.rows($0, self) }
    case .file:
      let content = detailContent(columns: columns)
      return (0..<content.count).map(content.row)
    case .graph: return StackGraphText.rows(subject, columns: columns, self)
    case .plan: return StackPlanText.rows(subject, columns: columns, self)
    case .history: return documentText(subject) { HistoryText.rows($0, columns: columns, self) }
    case .top: return TopText.rows(self)
    case .services: return ServicesText.rows(subject, self)
    case .usedBy: return UsedByText.rows(subject, self)
    }
  }

  /// The text of a document, or why there is none yet.
  private func documentText(_ subject: RowID, _ text: (ResourceDocument) -> [StyledText]) -> [StyledText] {
    guard let wanted = wantedDocument, let loaded = documents[wanted] else {
      return [StyledText(connection.isLive ? "loading …" : "the engine does not answer now", Style(.muted))]
    }
    var rows: [StyledText] = []
    if let trouble = loaded.trouble { rows.append(StyledText(trouble.what, Style(.error))) }
    if let document = loaded.document { rows += text(document) }
    return rows
  }
}
