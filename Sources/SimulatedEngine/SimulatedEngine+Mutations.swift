extension SimulatedEngine {
  /// Adds an event to the stream, whatever it says.
  package func emit(_ event: SimulatedEvent) {
    world.withState { $0.emit(event.type, event.action, event.actor, event.attributes) }
  }

  /// Creates a container in the state that it describes, with the events of its creation and start.
  package func add(_ container: SimulatedContainer) {
    world.withState { state in
      let id = state.add(container)
      guard let record = state.containers[id] else { return }
      state.emit(record, "create")
      if record.isLive { state.emit(record, "start") }
    }
  }

  /// Sets a container's health; unknown names change nothing.
  package func setHealth(_ name: String, _ status: SimulatedContainer.HealthStatus) {
    change(name) { $0.setHealth($1.id, status) }
  }

  /// Ends a container's main process; its restart policy brings it back `pause` later.
  package func crash(_ name: String, exitCode: Int = 1, pause: Duration = .seconds(1)) {
    change(name) { $0.crash($1.id, code: exitCode, pause: pause) }
  }

  /// Removes a container behind the client's back, with the events.
  package func remove(_ name: String) {
    change(name) { state, record in
      if record.isLive { state.end(record.id, code: 137) }
      state.forget(record, volumes: false)
    }
  }

  /// Writes lines to a container's log, on stderr where `isError`.
  package func writeLog(_ name: String, _ lines: [String], isError: Bool = false) {
    change(name) { state, record in
      let now = state.now
      let written = lines.map { SimulatedLogLine(instant: now, text: $0, isError: isError) }
      state.change(record.id) { $0.log.write(written, at: now) }
    }
  }

  /// Writes so many lines at once, as fast as clients read them: `line 1 of N` …, the last one `THE-END`.
  package func floodLogs(_ name: String, lines: Int) {
    change(name) { state, record in
      let now = state.now
      state.change(record.id) { $0.log.flood(lines, at: now) }
    }
  }

  private func change(_ name: String, _ body: (inout SimulatedState, ContainerRecord) -> Void) {
    world.withState { state in
      guard let record = try? state.container(name) else { return }
      body(&state, record)
    }
  }
}

extension SimulatedState {
  /// What a restart of the engine does to its host.
  mutating func restart(keepsContainers: Bool) {
    if !keepsContainers {
      for record in allContainers where record.isLive {
        end(record.id, code: 137)
        if ["always", "unless-stopped"].contains(record.spec.restartPolicy) { begin(record.id) }
      }
    }
    events.forget()
  }
}
