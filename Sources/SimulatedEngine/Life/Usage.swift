/// What a container has used when it had been running for some time: the counters of its control group.
struct Usage: Sendable {
  var cpuNanoseconds: Int64 = 0
  var memory: Int64 = 0
  var cache: Int64 = 0
  var received: Int64 = 0
  var sent: Int64 = 0
  var written: Int64 = 0
  var read: Int64 = 0
  var processes = 0
}

extension UsagePattern {
  /// The counters after `seconds` of running; `seed` shifts the phases so that no two containers move alike.
  func usage(after seconds: Double, seed: UInt64) -> Usage {
    let phase = Double(seed % 10_000) / 10_000
    let wave = Wave(period: 37 + phase * 45, phase: phase)
    let swell = Wave(period: 211 + phase * 97, phase: phase * 0.7)
    let load = { (time: Double) in self.load(time, wave: wave, swell: swell) }
    let busy = load(seconds) - load(0)
    let traffic = 0.2 * seconds + 0.8 * busy
    return Usage(
      cpuNanoseconds: Int64((cpu * seconds + peak * busy) * 1e9),
      memory: Int64(memory * memoryLevel(seconds, wave: wave, swell: swell)),
      cache: Int64(cache * min(1, 0.4 + seconds / 3600)), received: Int64(received * traffic),
      sent: Int64(sent * traffic), written: Int64(written * traffic),
      read: Int64(cache * min(1, 0.4 + seconds / 600)),
      processes: max(1, processes + Int(swell.level(at: seconds) * Double(processes) * 0.2)))
  }

  /// The load added up from the beginning of time: 0…1 a second.
  private func load(_ time: Double, wave: Wave, swell: Wave) -> Double {
    switch course {
    case .steady: 0.6 * swell.sum(until: time) + 0.4 * wave.sum(until: time)
    case .sawtooth: 0.3 * swell.sum(until: time) + 0.7 * wave.sum(until: time)
    case .bursty: 0.1 * wave.sum(until: time) + 0.9 * wave.pulses(until: time)
    }
  }

  private func memoryLevel(_ time: Double, wave: Wave, swell: Wave) -> Double {
    switch course {
    case .steady: 0.96 + 0.04 * swell.level(at: time)
    case .bursty: 0.8 + 0.1 * wave.level(at: time) + 0.1 * swell.level(at: time)
    case .sawtooth: 0.45 + 0.55 * swell.position(at: time)
    }
  }
}

/// A smooth bump that repeats: 16u²(1−u)² over each period, whose sum over time has a closed form.
struct Wave: Sendable {
  let period: Double
  /// 0…1 of a period.
  let phase: Double

  /// Where in the period, 0..<1.
  func position(at time: Double) -> Double {
    let turns = time / period + phase
    return turns - turns.rounded(.down)
  }

  /// The height, 0…1.
  func level(at time: Double) -> Double {
    let u = position(at: time)
    return 16 * u * u * (1 - u) * (1 - u)
  }

  /// The heights added up from time −phase·period until `time`, in seconds.
  func sum(until time: Double) -> Double {
    let whole = (time / period + phase).rounded(.down)
    return period * (whole * 8 / 15 + Self.partial(position(at: time)))
  }

  /// As `sum`, for a bump that fills only the last sixth of each period.
  func pulses(until time: Double) -> Double {
    let whole = (time / period + phase).rounded(.down)
    let u = max(0, position(at: time) * 6 - 5)
    return period / 6 * (whole * 8 / 15 + Self.partial(u))
  }

  private static func partial(_ u: Double) -> Double {
    let cube = u * u * u
    return 16 * (cube / 3 - cube * u / 2 + cube * u * u / 5)
  }
}
