extension Route {
  /// What changes containers.
  static let containerActions: [Route] = [
    Route(.POST, "/containers/{}/start", start), Route(.POST, "/containers/{}/stop", stop),
    Route(.POST, "/containers/{}/restart", restart), Route(.POST, "/containers/{}/kill", kill),
    Route(.POST, "/containers/{}/pause", pause), Route(.POST, "/containers/{}/unpause", unpause),
    Route(.POST, "/containers/{}/rename", rename), Route(.POST, "/containers/{}/update", update),
    Route(.DELETE, "/containers/{}", remove),
    Route(.POST, "/containers/prune", prune),
  ]

  @Sendable private static func start(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    switch record.phase {
    case .running: return .empty(304)
    case .paused: throw Refusal(409, "cannot start a paused container, try unpause instead")
    case .dead: throw Refusal(409, "container is marked for removal and cannot be started")
    case .created, .restarting, .exited:
      state.begin(record.id)
      return .empty(204)
    }
  }

  @Sendable private static func stop(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    if record.phase == .restarting {
      state.change(record.id) { $0.phase = .exited }
      state.emit(record, "stop")
      return .empty(204)
    }
    guard record.isLive else { return .empty(304) }
    return state.halt(record, call, restarts: false)
  }

  @Sendable private static func restart(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply
  {
    let record = try state.container(call.subject)
    if record.isLive { return state.halt(record, call, restarts: true) }
    state.begin(record.id)
    if let started = state.containers[record.id] { state.emit(started, "restart") }
    return .empty(204)
  }

  @Sendable private static func kill(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    let name = call.query["signal"] ?? "KILL"
    guard let signal = Signal(name) else { throw Refusal(400, "invalid signal: \(name)") }
    guard record.isLive else {
      throw Refusal(409, "cannot kill container: \(call.subject): container \(record.id) is not running")
    }
    state.emit(record, "kill", ["signal": String(signal.number)])
    if signal.ends { state.end(record.id, code: 128 + signal.number) }
    return .empty(204)
  }

  @Sendable private static func pause(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    if record.phase == .paused { throw Refusal(409, "container \(record.id) is already paused") }
    if record.phase == .restarting {
      throw Refusal(409, "container \(record.id) is restarting, wait until the container is running")
    }
    guard record.isLive else { throw Refusal(409, "container \(record.id) is not running") }
    let now = state.now
    state.change(record.id) { $0.pause(at: now) }
    state.emit(record, "pause")
    return .empty(204)
  }

  @Sendable private static func unpause(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply
  {
    let record = try state.container(call.subject)
    guard record.phase == .paused else { throw Refusal(500, "container \(record.id) is not paused") }
    let now = state.now
    state.change(record.id) { $0.unpause(at: now) }
    state.emit(record, "unpause")
    return .empty(204)
  }

  @Sendable private static func rename(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    let asked = call.query["name"] ?? ""
    let name = asked.hasPrefix("/") ? String(asked.dropFirst()) : asked
    let old = record.spec.name
    guard !name.isEmpty else { throw Refusal(400, "Neither old nor new names may be empty") }
    if name == old { throw Refusal(400, "Renaming a container with the same name as its current name") }
    guard isValidName(name) else {
      throw Refusal(
        400,
        "Error when allocating new name: Invalid container name (\(asked)), only [a-zA-Z0-9][a-zA-Z0-9_.-] "
          + "are allowed")
    }
    if let holder = state.idsByName[name] {
      throw Refusal(
        409,
        "Error when allocating new name: Conflict. The container name \"/\(name)\" is already in use by "
          + "container \"\(holder)\". You have to remove (or rename) that container to be able to reuse that name."
      )
    }
    state.idsByName[old] = nil
    state.idsByName[name] = record.id
    state.change(record.id) { $0.spec.name = name }
    if let renamed = state.containers[record.id] { state.emit(renamed, "rename", ["oldName": "/" + old]) }
    return .empty(204)
  }

  @Sendable private static func update(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    let body = try document(of: call)
    state.change(record.id) { record in
      if let memory = body["Memory"].int { record.spec.memoryLimit = Int64(memory) }
      if let cpus = body["NanoCpus"].int { record.spec.cpuLimit = Int64(cpus) }
      if let policy = body["RestartPolicy"]["Name"].string { record.spec.restartPolicy = policy }
    }
    if let changed = state.containers[record.id] { state.emit(changed, "update") }
    return .json(200, ["Warnings": nil])
  }

  static func isValidName(_ name: String) -> Bool {
    let isLetter = { (byte: UInt8) in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy { isLetter($0) || [UInt8]("_.-".utf8).contains($0) }
  }

  @Sendable private static func remove(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    if record.isLive || record.phase == .restarting {
      guard call.flag("force") else {
        let advice =
          record.phase == .paused
          ? "container is paused and must be unpaused first"
          : "container is \(record.phase.rawValue): stop the container before removing or force remove"
        throw Refusal(409, "cannot remove container \"/\(record.spec.name)\": \(advice)")
      }
      if record.isLive {
        state.emit(record, "kill", ["signal": "9"])
        state.end(record.id, code: 137)
      }
    }
    state.forget(record, volumes: call.flag("v"))
    return .empty(204)
  }

  @Sendable private static func prune(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let filters = try Filters(call.query["filters"])
    let gone = state.allContainers.filter { record in
      [.created, .exited, .dead].contains(record.phase) && filters.allows(labels: record.spec.labels)
    }
    let size = gone.reduce(0) { $0 + $1.writableSize }
    for record in gone { state.forget(record, volumes: false) }
    state.emit("container", "prune", "", ["reclaimed": String(size)])
    let ids: JSON = gone.isEmpty ? nil : .strings(gone.map(\.id))
    return .json(200, ["ContainersDeleted": ids, "SpaceReclaimed": .integer(size)])
  }
}
