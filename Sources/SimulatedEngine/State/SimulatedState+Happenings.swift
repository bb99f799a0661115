extension SimulatedState {
  /// Lets everything happen that was due by `instant`, each at its own time, and moves the present there.
  mutating func catchUp(to instant: EngineInstant) {
    while let happening = agenda.take(until: instant) {
      now = max(now, happening.instant)
      perform(happening)
    }
    now = max(now, instant)
  }

  /// Plans something for a container's present run.
  mutating func plan(_ kind: Happening.Kind, of record: ContainerRecord, after delay: Duration) {
    let run = containers[record.id]?.run ?? record.run
    agenda.plan(Happening(instant: now + delay, container: record.id, run: run, kind: kind))
  }

  /// Plans what a container's temper brings.
  mutating func planTemper(of record: ContainerRecord) {
    switch record.spec.temper {
    case .steady: break
    case .sickens(let every, _): if record.isLive { plan(.sicken, of: record, after: every) }
    case .crashes(let every, let code, let pause):
      if record.phase == .restarting { plan(.comeBack, of: record, after: pause) }
      if record.phase == .running { plan(.crash(code: code), of: record, after: every) }
    }
  }

  /// Plans the checks of a container that only show in the events, while few do.
  mutating func planChecks(of record: ContainerRecord, _ health: SimulatedContainer.HealthCheck) {
    guard probing < options.visibleHealthChecks, record.run <= 1 else { return }
    probing += 1
    plan(.probe, of: record, after: health.interval * (1 + Double(record.seed % 64) / 64))
  }

  private mutating func perform(_ happening: Happening) {
    let id = happening.container
    guard let record = containers[id], record.run == happening.run || happening.kind == .probe else { return }
    switch happening.kind {
    case .probe: probe(record)
    case .firstCheck: if record.health == .starting { setHealth(id, .healthy) }
    case .sicken: sicken(record)
    case .recover:
      if record.isLive { setHealth(id, .healthy) }
      planTemper(of: record)
    case .crash(let code): crash(record, code: code)
    case .comeBack:
      guard record.phase == .restarting else { return }
      change(id) { $0.restartCount += 1 }
      begin(id)
    case .obey(let code, let restarts): finishStop(record, code: code, restarts: restarts)
    case .killed(let restarts):
      emit(record, "kill", ["signal": "9"])
      finishStop(record, code: 137, restarts: restarts)
    }
  }

  private mutating func sicken(_ record: ContainerRecord) {
    guard case .sickens(_, let duration) = record.spec.temper else { return }
    if record.phase == .running { setHealth(record.id, .unhealthy) }
    plan(.recover, of: record, after: duration)
  }

  private mutating func crash(_ record: ContainerRecord, code: Int) {
    guard case .crashes(_, _, let pause) = record.spec.temper else { return }
    if record.phase == .paused { return plan(.crash(code: code), of: record, after: pause) }
    crash(record.id, code: code, pause: pause)
  }

  private mutating func probe(_ record: ContainerRecord) {
    guard let health = record.spec.health else { return }
    if record.phase == .running {
      let exec = hexadecimal("exec \(record.id) \(now.nanoseconds)")
      emit(record, "exec_create: /bin/sh -c \(health.test)", ["execID": exec])
      emit(record, "exec_start: /bin/sh -c \(health.test)", ["execID": exec])
      let code = record.health == .unhealthy ? "1" : "0"
      emit(record, "exec_die", ["execID": exec, "exitCode": code])
    }
    plan(.probe, of: record, after: health.interval)
  }

  private mutating func finishStop(_ record: ContainerRecord, code: Int, restarts: Bool) {
    guard record.isLive else { return }
    end(record.id, code: code)
    if let ended = containers[record.id] { emit(ended, "stop") }
    guard restarts else { return }
    begin(record.id)
    if let started = containers[record.id] { emit(started, "restart") }
  }
}
