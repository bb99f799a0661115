extension ContainerRecord {
  /// Brings a new record into the state that its description names, with the past that belongs to it.
  mutating func settle(at now: EngineInstant) {
    let since = now - min(spec.uptime, spec.age)
    switch spec.state {
    case .created: health = nil
    case .running: settleRunning(since: since)
    case .paused:
      settleRunning(since: since)
      pause(at: now)
    case .restarting(let code):
      restartCount = 1 + Int(spec.age.components.seconds / 60)
      settleEnded(code: code, at: since, atMost: .seconds(2))
      phase = .restarting
    case .exited(let code): settleEnded(code: code, at: since)
    case .dead:
      settleEnded(code: 255, at: since)
      phase = .dead
    }
  }

  private mutating func settleRunning(since: EngineInstant) {
    let status = health
    begin(at: since)
    health = status
    failingStreak = status == .unhealthy ? 3 : 0
  }

  private mutating func settleEnded(
    code: Int, at instant: EngineInstant, atMost longest: Duration = .seconds(1800)
  ) {
    let lifetime = min(longest, spec.age - spec.uptime)
    begin(at: instant - max(.seconds(1), lifetime))
    end(code: code, at: instant)
    if code != 0 {
      let text = code == 137 ? "Killed" : "fatal: cannot go on: exit status \(code)"
      log.write([SimulatedLogLine(instant: instant, text: text, isError: true)], at: instant)
    }
    isOutOfMemory = code == 137 && spec.memoryLimit > 0
  }
}
