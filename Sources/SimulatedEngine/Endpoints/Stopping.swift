extension SimulatedState {
  /// Tells a container to end: SIGTERM now, SIGKILL when its time is up. The answer comes when it has ended.
  mutating func halt(_ record: ContainerRecord, _ call: Call, restarts: Bool) -> Reply {
    let unsaid = options.isPodman && restarts ? 0 : record.spec.stopTimeout ?? 10
    let grace = Duration.seconds(call.query["t"].flatMap { Int($0) } ?? unsaid)
    let signal = call.query["signal"].flatMap { Signal($0) } ?? .term
    emit(record, "kill", ["signal": String(signal.number)])
    let needed = record.spec.stopTime
    let obeys = needed <= max(grace, .zero)
    let delay = obeys ? needed : max(grace, .zero)
    change(record.id) { $0.isStopping = true }
    plan(obeys ? .obey(code: 0, restarts: restarts) : .killed(restarts: restarts), of: record, after: delay)
    guard delay > .zero else {
      catchUp(to: now)
      return .empty(204)
    }
    return .later(now + delay, .empty(204))
  }

  /// Removes a container from the host, with its anonymous volumes where `volumes`.
  mutating func forget(_ record: ContainerRecord, volumes withVolumes: Bool) {
    touched.insert(.container(record.id))
    containers[record.id] = nil
    summaries[record.id] = nil
    idsByName[record.spec.name] = nil
    order.removeAll { $0 == record.id }
    emit(record, "destroy")
    guard withVolumes else { return }
    for mount in record.spec.mounts where !mount.isBind {
      guard let index = try? volumeIndex(mount.source), volumes[index].isAnonymous,
        users(ofVolume: mount.source).isEmpty
      else { continue }
      volumes.remove(at: index)
      emit("volume", "destroy", mount.source, ["driver": "local"])
    }
  }
}

/// A signal by number or name.
struct Signal: Sendable {
  let number: Int

  static let term = Signal(number: 15)
  private static let numbers = [
    "HUP": 1, "INT": 2, "QUIT": 3, "ILL": 4, "TRAP": 5, "ABRT": 6, "BUS": 7, "FPE": 8, "KILL": 9, "USR1": 10,
    "SEGV": 11, "USR2": 12, "PIPE": 13, "ALRM": 14, "TERM": 15, "CHLD": 17, "CONT": 18, "STOP": 19,
    "TSTP": 20,
    "TTIN": 21, "TTOU": 22, "URG": 23, "WINCH": 28, "IO": 29, "PWR": 30, "SYS": 31,
  ]

  private init(number: Int) { self.number = number }

  /// Reads `9`, `KILL`, `SIGKILL`, `sigkill`; nil for anything else.
  init?(_ text: String) {
    let upper = text.uppercased()
    let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
    guard let number = Self.numbers[name] ?? Int(text), (1...64).contains(number) else { return nil }
    self.number = number
  }

  /// Whether the programs of this host end on it.
  var ends: Bool { [2, 3, 4, 6, 7, 8, 9, 11, 15].contains(number) }
}
