import EngineModel
import Testing

@testable import Dashboard

/// A screen worth looking at: a name, a size and what happened before.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  var columns = 120
  var rows = 40
  var setup = DashboardSetup()
  /// Whether the fixture's engine has been heard.
  var hasEngine = true
  let play: @Sendable (inout Stage) -> Void

  init(
    _ name: String, _ columns: Int = 120, _ rows: Int = 40, setup: DashboardSetup = DashboardSetup(),
    hasEngine: Bool = true, play: @escaping @Sendable (inout Stage) -> Void = { _ in }
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.setup = setup
    self.hasEngine = hasEngine
    self.play = play
  }

  var testDescription: String { name }

  /// The stage after the scene was played.
  func stage() -> Stage {
    var stage = hasEngine ? Stage(columns, rows, setup: setup) : Stage(silent: columns, rows, setup: setup)
    play(&stage)
    return stage
  }
}

extension Scene {
  /// Presses keys.
  static func keys(_ name: String, _ keys: String, _ columns: Int = 120, _ rows: Int = 40) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.measure()
      stage.press(keys)
    }
  }

  /// Selects a container and presses keys.
  static func container(
    _ name: String, _ container: String, _ keys: String,
    then: @escaping @Sendable (inout Stage) -> Void = { _ in }
  ) -> Scene {
    Scene(name) { stage in
      stage.measure()
      stage.select(container)
      stage.press(keys)
      then(&stage)
    }
  }

  static var ascii: DashboardSetup {
    var setup = DashboardSetup()
    setup.glyphs = .ascii
    return setup
  }
}

extension Stage {
  /// A quarter of a minute of measurements.
  mutating func measure() {
    for second in 0..<15 {
      var samples: [ContainerID: StatsSample] = [:]
      for (index, container) in state.facts.containers.values.sorted(by: { $0.name < $1.name }).enumerated()
      where container.state == .running || container.state == .paused {
        let wave = Double((second * (index + 3)) % 7) / 10
        samples[container.id] = Fixture.sample(
          Int64(second),
          cpu: container.state == .paused ? 1 : Double(second) * Double(index) / 10 + wave,
          memory: UInt64(20 + index * 30 + second) << 20, received: UInt64(second * second) * 10_000,
          sent: UInt64(second) * 3_000)
      }
      take(.sampled(.first, samples))
    }
  }

  /// A log with all that logs can hold.
  mutating func writeLog() {
    log([
      "plain line", "\u{1B}[32mINFO\u{1B}[0m coloured \u{1B}[1;31mERROR\u{1B}[0m line", "注文を受け付けました 🛒 done",
      "tab\tstops\there", "\u{1B}[2J\u{1B}[Hnot a cleared screen", "family 👩‍👩‍👧 flag 🇫🇷 e\u{301}",
      "long " + String(repeating: "0123456789 ", count: 20), "",
    ])
    log((1...60).map { "request \($0) took \($0 * 7 % 91) ms" }, from: 10)
  }
}
