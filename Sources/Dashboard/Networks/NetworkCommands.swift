import EngineModel
import TerminalUI

/// What is asked of the user about networks, and answered with texts.
enum NetworkAction: Sendable, Equatable {
  /// The definition is typed.
  case create(on: EngineID)
  /// How a container is to be there is typed.
  case connect(ContainerTarget, NetworkID)
}

/// What can be done with networks.
enum NetworkCommands {
  typealias NetworkCommand = Command<NoState, NetworkAction>

  static let all: [NetworkCommand] = [
    Command(
      "network.new", "New network", doc: "Creates a network from what you type.", in: .panes([.networks]),
      danger: .changes, hint: "new",
      run: { _, state in [.show(.form(NetworkForm.form(on: state.currentEngine.id)))] }),
    Command(
      "network.connect", "Connect a container", doc: "Connects a container to the network.",
      in: .panes([.networks]), danger: .changes, hint: "connect",
      unavailable: { $1.connectRefusal },
      run: { _, state in state.selectedNetwork.map { NetworkConnecting.containers(for: $0, state) } ?? [] }),
    Command(
      "network.disconnect", "Disconnect a container", doc: "Takes a container out of the network.",
      in: .panes([.networks]), danger: .destroys, hint: "disconnect",
      unavailable: { $1.disconnectRefusal },
      run: { _, state in
        state.selectedNetwork.map { NetworkConnecting.members(of: $0, state) } ?? []
      }),
    Command(
      "container.connect", "Connect to a network",
      doc: "Connects the containers to a network of your choice.",
      in: .panes([.containers]), danger: .changes,
      unavailable: { $1.targetContainers().isEmpty ? "nothing selected" : nil },
      run: { _, state in NetworkConnecting.networks(for: state.targetContainers(), state) }),
    Command(
      "container.disconnect", "Disconnect from a network",
      doc: "Takes the container out of one of its networks.",
      in: .panes([.containers]), danger: .destroys,
      unavailable: { NetworkConnecting.placesRefusal($1) },
      run: { _, state in NetworkConnecting.places(of: state.targetContainers(), state) }),
    Command(
      "network.remove", "Remove network", doc: "Removes the networks; the engine refuses any in use.",
      in: .panes([.networks]), danger: .destroys, hint: "remove",
      unavailable: { _, state in
        if state.panes[.networks].targets.isEmpty { return "nothing selected" }
        return removable(state).isEmpty ? "the engine's own networks cannot be removed" : nil
      },
      run: { [.show(.confirmation(removal(of: removable($1), $1)))] }),
  ]

  /// The targets without those that the engine keeps.
  private static func removable(_ state: SharedState) -> [RowID] {
    state.panes[.networks].targets.filter { row in
      NetworkRow.network(row, state.engine(of: row)).map { !$0.isPredefined } ?? false
    }
  }

  private static func removal(of rows: [RowID], _ state: SharedState) -> Confirmation<NetworkAction> {
    Confirmation(
      title: "Remove \(Counted.text(rows.count, "network"))?", targets: rows.map(state.title(of:)),
      about: rows, yes: .calls(on: rows) { .removeNetwork(NetworkID($0.name)) })
  }

  /// Does what was typed.
  static func update(
    _ action: NetworkAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<NetworkAction>] {
    switch action {
    case .create(let engine):
      guard let network = try? NetworkForm.definition(reply.texts, on: state.engines[engine]) else {
        return []
      }
      return [.begin(.calls([.createNetwork(network)]), on: engine)]
    case .connect(let target, let id):
      guard let connection = try? ConnectForm.connection(id, reply.texts, on: state.engines[target.engine])
      else { return [] }
      return [.begin(.calls([.connect(target.id, connection)]), on: target.engine)]
    }
  }

  /// Why what was typed cannot be taken; nil when it can.
  static func problem(_ action: NetworkAction, _ reply: UserReply, _ state: SharedState) -> String? {
    do throws(TypedProblem) {
      switch action {
      case .create(let engine): _ = try NetworkForm.definition(reply.texts, on: state.engines[engine])
      case .connect(let target, let id):
        _ = try ConnectForm.connection(id, reply.texts, on: state.engines[target.engine])
      }
      return state.changeRefusal(on: action.engine)
    } catch {
      return error.text
    }
  }
}

extension NetworkAction {
  /// The engine that it is about.
  fileprivate var engine: EngineID {
    switch self {
    case .create(let engine): engine
    case .connect(let target, _): target.engine
    }
  }
}

extension SharedState {
  /// The network under the cursor; nil where there is none.
  fileprivate var selectedNetwork: RowID? { panes[.networks].selection }

  fileprivate var connectRefusal: String? {
    guard let row = selectedNetwork, let network = NetworkRow.network(row, engine(of: row)) else {
      return "nothing selected"
    }
    if let reason = network.refusesConnections { return reason }
    return NetworkConnecting.candidates(for: row, self).isEmpty ? "every container is on it already" : nil
  }

  fileprivate var disconnectRefusal: String? {
    guard let row = selectedNetwork, let network = NetworkRow.network(row, engine(of: row)) else {
      return "nothing selected"
    }
    if let reason = network.refusesConnections { return reason }
    return NetworkRow.users(row, engine(of: row)).isEmpty ? "no container is on it" : nil
  }
}

extension NetworkSummary {
  /// Why no container can be connected to it or taken out of it while it exists; nil where that can be done.
  var refusesConnections: String? {
    switch driver {
    case "host": "a container is on the host's network from its start, or never"
    case "null": "a container without any network is so from its start"
    default: isIngress ? "the routing mesh takes services alone" : nil
    }
  }
}
