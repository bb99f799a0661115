import EngineModel

/// What is asked before a container is connected to a network, or taken out of one.
enum NetworkConnecting {
  /// The most containers that a menu lists.
  private static let limit = 500

  /// The containers that can be connected to a network, those that run first.
  static func candidates(for row: RowID, _ state: SharedState) -> [ContainerSummary] {
    let engine = state.engine(of: row)
    guard let network = NetworkRow.network(row, engine) else { return [] }
    return engine.facts.containers.values
      .filter { $0.place(in: network) == nil && $0.fixedNetwork == nil }
      .sorted { ($0.isAlive ? 0 : 1, $0.name) < ($1.isAlive ? 0 : 1, $1.name) }
  }

  /// Asks which container is to be connected to a network.
  static func containers(for row: RowID, _ state: SharedState) -> [Outcome<NetworkAction>] {
    let engine = state.engine(of: row)
    guard let network = NetworkRow.network(row, engine) else { return [] }
    let found = candidates(for: row, state)
    var entries = found.prefix(limit).map { container in
      Menu<NetworkAction>.Entry(
        title: container.name, detail: container.state.word,
        choice: .show(
          .form(ConnectForm.form(ContainerTarget(engine: engine.id, id: container.id), network, state))))
    }
    if found.count > limit {
      let reason = "connect from the Containers pane, which can be filtered"
      entries.append(.init(title: "and \(found.count - limit) more", reason: reason))
    }
    return [.show(.menu(Menu(title: "Connect to \(network.name)", entries: entries, about: [row])))]
  }

  /// Asks which container is to be taken out of a network.
  static func members(of row: RowID, _ state: SharedState) -> [Outcome<NetworkAction>] {
    let engine = state.engine(of: row)
    guard let network = NetworkRow.network(row, engine) else { return [] }
    let entries = NetworkRow.users(row, engine).map { container in
      Menu<NetworkAction>.Entry(
        title: container.name, detail: container.place(in: network)?.ipAddress ?? "",
        choice: .show(.confirmation(question(container, network, engine))))
    }
    return [.show(.menu(Menu(title: "Disconnect from \(network.name)", entries: entries, about: [row])))]
  }

  /// Asks which network containers are to be connected to; one container with a form, several at once.
  static func networks(for targets: [ContainerTarget], _ state: SharedState) -> [Outcome<NetworkAction>] {
    guard let first = targets.first else { return [] }
    let engine = state.engines[first.engine]
    let own = targets.filter { $0.engine == first.engine }.compactMap { engine.facts.containers[$0.id] }
    let entries = engine.facts.networks.values.sorted { $0.name < $1.name }
      .filter { $0.refusesConnections == nil }.map { network in
        let new = own.filter { $0.place(in: network) == nil }
        return Menu<NetworkAction>.Entry(
          title: network.name, detail: network.subnets.joined(separator: " "),
          reason: own.lazy.compactMap(\.fixedNetwork).first ?? (new.isEmpty ? "already connected" : nil),
          choice: choice(new, network, state, on: engine.id))
      }
    let title = own.count == 1 ? own[0].name : Counted.text(own.count, "container")
    return [.show(.menu(Menu(title: "Connect \(title) to", entries: entries, about: targets.map(\.row))))]
  }

  private static func choice(
    _ containers: [ContainerSummary], _ network: NetworkSummary, _ state: SharedState, on engine: EngineID
  ) -> Outcome<NetworkAction>? {
    if containers.count == 1 {
      let target = ContainerTarget(engine: engine, id: containers[0].id)
      return .show(.form(ConnectForm.form(target, network, state)))
    }
    let connection = NetworkConnection(network: network.id, name: network.name)
    return .begin(.calls(containers.map { .connect($0.id, connection) }), on: engine)
  }

  /// Why the containers cannot be taken out of any network; nil where one can.
  static func placesRefusal(_ state: SharedState) -> String? {
    let targets = state.targetContainers()
    guard let target = targets.first, let container = state.engines[target.engine].facts.containers[target.id]
    else { return "nothing selected" }
    guard targets.count == 1 else { return "one container at a time" }
    if let reason = container.fixedNetwork { return reason }
    return container.networks.isEmpty ? "it is on no network" : nil
  }

  /// Asks which of its networks a container is to be taken out of.
  static func places(of targets: [ContainerTarget], _ state: SharedState) -> [Outcome<NetworkAction>] {
    guard let target = targets.first else { return [] }
    let engine = state.engines[target.engine]
    guard let container = engine.facts.containers[target.id] else { return [] }
    let networks = engine.facts.networks.values.filter { container.place(in: $0) != nil }
      .sorted { $0.name < $1.name }
    let entries = networks.map { network in
      Menu<NetworkAction>.Entry(
        title: network.name, detail: container.place(in: network)?.ipAddress ?? "",
        reason: network.refusesConnections,
        choice: .show(.confirmation(question(container, network, engine))))
    }
    return [
      .show(.menu(Menu(title: "Disconnect \(container.name) from", entries: entries, about: [target.row])))
    ]
  }

  /// Before a container is taken out of a network: what will be cut.
  private static func question(
    _ container: ContainerSummary, _ network: NetworkSummary, _ engine: EngineState
  ) -> Confirmation<NetworkAction> {
    let address = container.place(in: network)?.ipAddress ?? ""
    let row = RowID.container(container.id, on: engine.id)
    return Confirmation(
      title: "Disconnect from \(network.name)?",
      targets: [address.isEmpty ? container.name : "\(container.name)  \(address)"],
      warning: warning(container), choices: [.init(key: "f", title: "force: even if the engine refuses")],
      about: [row],
      yes: .begin(
        .calls([.disconnect(container.id, from: network.id, named: network.name, force: false)]),
        on: engine.id))
  }

  private static func warning(_ container: ContainerSummary) -> String? {
    guard container.isAlive else { return nil }
    if container.networks.count > 1 { return "Its connections over this network are cut." }
    let published = Set(container.ports.compactMap(\.publicPort)).sorted().prefix(4).map { String($0) }
    let ports =
      published.isEmpty ? "" : " Published ports no longer reach it: \(published.joined(separator: ", "))."
    return "It is on no other network: nothing can reach it then.\(ports)"
  }
}

extension ContainerSummary {
  /// Why its network cannot be changed; nil where it can.
  fileprivate var fixedNetwork: String? {
    if networkMode == "host" { return "it uses the host's network, which cannot be changed" }
    return networkMode.hasPrefix("container:") ? "it shares the network of another container" : nil
  }
}
