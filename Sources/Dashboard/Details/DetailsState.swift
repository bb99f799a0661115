import EngineModel

/// What the detail pane shows, and how far it is scrolled.
struct DetailsState: Sendable, Equatable {
  /// The row that is shown: the selection of the active pane.
  var subject: RowID?
  /// The tab last chosen for each kind of row.
  private var chosen: [Int: DetailTab] = [:]
  /// The first visible row of a tab other than the logs.
  var offset = 0
  /// Columns cut off at the left.
  var column = 0
  /// Whether the text is still to be scrolled to where its subject begins.
  var wantsStart = true
  /// The service that the log of a stack is narrowed to; nil for all.
  var logService: ServiceName?
  /// Whether values that look like secrets are shown.
  var revealsSecrets = false
  /// A search in the text of a tab; empty for none.
  var search = TextSearch()
  /// Whether the project from the command line has not been seen yet.
  var waitsForProject = false

  /// The tab on the screen; nil while nothing is selected.
  var tab: DetailTab? {
    guard let subject else { return nil }
    let tabs = DetailTab.tabs(of: subject)
    let wanted = chosen[DetailTab.group(of: subject)]
    return wanted.flatMap { tabs.contains($0) ? $0 : nil } ?? tabs.first
  }

  /// Shows another tab of what is selected.
  mutating func choose(_ tab: DetailTab) {
    guard let subject else { return }
    chosen[DetailTab.group(of: subject)] = tab
    reset()
  }

  /// Goes `step` tabs to the right, around the ends.
  mutating func turn(by step: Int) {
    guard let subject, let tab else { return }
    let tabs = DetailTab.tabs(of: subject)
    guard let index = tabs.firstIndex(of: tab) else { return }
    choose(tabs[(index + step + tabs.count) % tabs.count])
  }

  mutating func reset() {
    offset = 0
    column = 0
    wantsStart = true
    search = TextSearch()
  }
}

extension DashboardState {
  /// Lets the details follow the selection of the active pane.
  mutating func followSelection() {
    let subject = panes[activePane].selection
    if subject != details.subject {
      details.subject = subject
      details.reset()
      details.revealsSecrets = false
      details.logService = nil
    }
    scrollToService()
    logs.show(
      details.tab == .logs ? logContainers(of: subject) : [], of: subject, tail: setup.settings.logs.tail,
      window: setup.settings.logs.since)
    watchDocument()
  }

  /// The containers whose logs belong to a row, in the order of their colours.
  func logContainers(of row: RowID?) -> [ContainerID] {
    guard let row else { return [] }
    switch row {
    case .container(let id): return [id]
    case .service: return containers(of: row)
    case .project(let key):
      guard let service = logService else { return containers(of: row) }
      return containers(of: .service(key, service))
    case .image, .volume, .network: return []
    }
  }

  /// The containers that a row stands for, stopped ones too.
  func containers(of row: RowID) -> [ContainerID] {
    switch row {
    case .container(let id): [id]
    case .service(let project, let service): facts.projects[project]?.services[service] ?? []
    case .project(let project): facts.projects[project]?.containers ?? []
    case .image, .volume, .network: []
    }
  }

  /// What document the tab on the screen is made of.
  var wantedDocument: DocumentSubject? {
    guard let tab = details.tab, let subject = details.subject else { return nil }
    switch (subject, tab) {
    case (.container(let id), .config), (.container(let id), .env), (.container(let id), .stats),
      (.container(let id), .logs):
      return .container(id)
    case (.image(let id, _), .config), (.image(let id, _), .history): return .image(id)
    case (.volume(let name), .config): return .volume(name)
    case (.network(let id), .config), (.network(let id), .usedBy): return .network(id)
    default: return nil
    }
  }

  private mutating func watchDocument() {
    guard let wanted = wantedDocument, documentRevisions[wanted] == nil else { return }
    documentRevisions[wanted] = 0
    // Only a few documents are kept: an inspect answer can be long.
    if documents.count > 32 {
      for subject in documents.keys where subject != wanted {
        documents[subject] = nil
        documentRevisions[subject] = nil
      }
    }
  }
}
