import EngineModel
import TerminalUI

@testable import Dashboard

/// A pane that davit does not have: the ports that containers publish. All that makes it one stands in this folder.
enum PortsPane: PaneFeature {
  static let title = "Ports"
  static let digit = 6
  static let defaultSort = SortOrder("port")
  static let lists: Set<RefreshTarget> = [.containers]

  static let columns: [Column] = [
    Column(
      id: "port", title: "PORT", minimum: 8, ideal: 10, isFlexible: true, inSidePane: true,
      cell: { row, _ in StyledText(row.name) }, sortKey: { row, _ in .number(Double(row.name) ?? 0) }),
    Column(
      id: "container", title: "CONTAINER", minimum: 8, ideal: 20, inSidePane: true,
      cell: { row, _ in StyledText(row.part) }, sortKey: { row, _ in .text(row.part) }),
  ]

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      engine.facts.containers.values.flatMap { container in
        container.ports.compactMap(\.publicPort).map {
          RowID(PortRow.self, String($0), part: container.name, on: engine.id)
        }
      }
    }.sorted { $0.name < $1.name }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String { "\(row.name) \(row.part)" }
  static func emptyText(_ state: SharedState) -> String { "nothing is published" }
  static func counter(_ state: SharedState) -> String { String(state.panes[.ports].rows.count) }
}

extension PaneKind {
  static let ports = PaneKind(PortsPane.self)
}

/// A published port.
enum PortRow: RowKind {
  static let tabs: [Tab] = [
    .rows("owner", "Owner") { row, _, _ in [StyledText("\(row.name) belongs to \(row.part)")] }
  ]

  static func title(_ row: RowID, _ engine: EngineState) -> String { "port \(row.name)" }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    [CopyChoice(what: "URL", text: "http://\(engine.host):\(row.name)/")]
  }
}

/// What can be done with a port: a command with its question.
enum PortCommands {
  static let all: [Command<NoState, NoAction>] = [
    Command(
      "port.free", "Free the port", doc: "Stops the container that holds the port.", in: .panes([.ports]),
      danger: .destroys, hint: "free",
      run: { _, state in
        guard let row = state.panes[.ports].selection,
          let container = state.engine(of: row).facts.containers.values.first(where: { $0.name == row.part })
        else { return [] }
        return [
          .show(
            .confirmation(
              Confirmation(
                title: "Free port \(row.name)?", targets: [row.part],
                yes: .begin(.calls([.stop(container.id)]), on: row.engine))))
        ]
      })
  ]
}
