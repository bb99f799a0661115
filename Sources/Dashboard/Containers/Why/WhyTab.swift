import EngineModel
import TerminalUI

extension Tab {
  /// What happened to a container: first for one that is not well.
  static let why = Tab(
    id: "why", title: "Why", reads: .history, hasSecrets: true, fitsColumns: true,
    content: .text { row, columns, state in DetailContent(WhyRows.rows(row, columns: columns, state)) })
}

/// The Why tab.
enum WhyRows {
  static func rows(_ row: RowID, columns: Int, _ state: SharedState) -> [StyledText] {
    let engine = state.engine(of: row)
    guard let id = row.containerID, let loaded = engine.documents[.container(id)] else {
      return [
        StyledText(engine.connection.isLive ? "loading …" : "the engine is not answering", Style(.muted))
      ]
    }
    guard case .container(let details)? = loaded.document else {
      return loaded.trouble.map { [StyledText($0.summary, Style(.error))] } ?? []
    }
    let point = engine.stats.current(id)
    let facts = WhyFacts(
      details: details, history: engine.history[id], others: Array(engine.facts.containers.values),
      usage: point.map { (Double($0.cpu), $0.memory.map { UInt64($0) }) }, now: state.now,
      zone: state.setup.utcOffset)
    let secrets = Secrets(state)
    return WhyText.rows(WhyReport(facts), columns: columns).map { secrets.masked(line: $0) }
  }
}
