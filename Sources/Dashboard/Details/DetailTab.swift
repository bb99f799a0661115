/// A view of what is selected, in the pane at the right.
enum DetailTab: String, Sendable, Hashable, CaseIterable {
  case logs
  case stats
  case config
  case env
  case top
  case services
  case history
  case usedBy
  case file
  case graph
  case plan

  var title: String {
    switch self {
    case .logs: "Logs"
    case .stats: "Stats"
    case .config: "Config"
    case .env: "Env"
    case .top: "Top"
    case .services: "Services"
    case .history: "Layers"
    case .usedBy: "Used by"
    case .file: "File"
    case .graph: "Graph"
    case .plan: "Plan"
    }
  }

  /// Whether it is made of what an engine says; the others are made of files, and there without any engine.
  var needsEngine: Bool {
    switch self {
    case .file, .graph, .env, .plan: false
    case .logs, .stats, .config, .top, .services, .history, .usedBy: true
    }
  }

  /// The tabs of a row, in their order.
  static func tabs(of row: RowID) -> [DetailTab] {
    switch row {
    case .project: [.services, .logs, .stats, .file, .graph, .plan, .env]
    case .service: [.logs, .services, .stats, .file, .graph, .plan, .env]
    case .container: [.logs, .stats, .config, .env, .top]
    case .image: [.config, .history, .usedBy]
    case .volume, .network: [.config, .usedBy]
    }
  }

  /// Which rows share the memory of a chosen tab.
  static func group(of row: RowID) -> Int {
    switch row {
    case .project: 0
    case .service: 1
    case .container: 2
    case .image: 3
    case .volume: 4
    case .network: 5
    }
  }
}
