import EngineModel
import TerminalUI

/// The rows of a tab, each made when it is drawn: of a long text only those on the screen are.
struct DetailContent {
  /// How many there are.
  let count: Int
  /// One of them, from 0.
  let row: (Int) -> StyledText

  init(count: Int, row: @escaping (Int) -> StyledText) {
    self.count = count
    self.row = row
  }

  init(_ rows: [StyledText]) { self.init(count: rows.count) { rows[$0] } }
}

extension DashboardState {
  /// The rows of the tab on the screen; none for the logs and the graphs, which draw themselves.
  func detailContent(columns: Int) -> DetailContent {
    if details.tab == .file, let subject = details.subject, let key = subject.stackKey {
      return StackFileText(key, subject.serviceName, columns: columns, self).content
    }
    return DetailContent(detailText(columns: columns))
  }
}

extension RowID {
  /// The stack of a stack's or a service's row; nil for other rows.
  var stackKey: ProjectKey? {
    switch self {
    case .project(let key), .service(let key, _): key
    case .container, .image, .volume, .network: nil
    }
  }

  /// The service of a service's row; nil for other rows.
  var serviceName: ServiceName? { if case .service(_, let name) = self { name } else { nil } }
}
