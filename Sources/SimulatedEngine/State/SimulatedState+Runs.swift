extension SimulatedState {
  /// Starts a container's main process, with the events that belong to it.
  mutating func begin(_ id: String) {
    let now = now
    change(id) { $0.begin(at: now) }
    guard let record = containers[id] else { return }
    for endpoint in record.endpoints { emitNetwork("connect", endpoint, id) }
    for mount in record.spec.mounts where !mount.isBind {
      emit(
        "volume", "mount", mount.source,
        [
          "container": id, "destination": mount.destination, "driver": "local", "propagation": "",
          "read/write": mount.isReadOnly ? "false" : "true",
        ])
    }
    emit(record, "start")
    planTemper(of: record)
    if let health = record.spec.health {
      plan(.firstCheck, of: record, after: min(health.interval, .seconds(5)))
      planChecks(of: record, health)
    }
  }

  /// Ends a container's main process: the process dies, then its network and volumes are let go.
  mutating func end(_ id: String, code: Int) {
    let now = now
    change(id) { $0.end(code: code, at: now) }
    guard let record = containers[id] else { return }
    emit(record, "die", ["exitCode": String(code)])
    for endpoint in record.endpoints { emitNetwork("disconnect", endpoint, id) }
    for mount in record.spec.mounts where !mount.isBind {
      emit("volume", "unmount", mount.source, ["container": id, "driver": "local"])
    }
  }

  /// The main process ends by itself: the restart policy decides what follows.
  mutating func crash(_ id: String, code: Int, pause: Duration) {
    guard let record = containers[id], record.isLive else { return }
    let now = now
    let last = record.spec.name + ": fatal error, exit status \(code)"
    change(id) { $0.log.write([SimulatedLogLine(instant: now, text: last, isError: true)], at: now) }
    end(id, code: code)
    let policy = record.spec.restartPolicy
    guard policy == "always" || policy == "unless-stopped" || (policy == "on-failure" && code != 0) else {
      return
    }
    change(id) { $0.phase = .restarting }
    plan(.comeBack, of: record, after: pause)
  }

  /// Sets a container's health, with the event where it changes.
  mutating func setHealth(_ id: String, _ status: SimulatedContainer.HealthStatus) {
    guard let record = containers[id], record.health != status else { return }
    change(id) {
      $0.health = status
      $0.failingStreak = status == .unhealthy ? 3 : 0
    }
    emit(record, "health_status: \(status.rawValue)")
  }

  /// Adds a container event with the attributes that all of them carry.
  mutating func emit(_ record: ContainerRecord, _ action: String, _ more: [String: String] = [:]) {
    var attributes = record.spec.labels
    attributes["image"] = record.spec.image
    attributes["name"] = record.spec.name
    attributes.merge(more) { $1 }
    emit("container", action, record.id, attributes)
  }

  private mutating func emitNetwork(_ action: String, _ endpoint: ContainerRecord.Endpoint, _ id: String) {
    let driver = networks.first { $0.id == endpoint.networkID }?.spec.driver ?? "bridge"
    emit(
      "network", action, endpoint.networkID, ["container": id, "name": endpoint.network, "type": driver])
  }
}
