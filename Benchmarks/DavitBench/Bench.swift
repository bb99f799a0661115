import FoundationEssentials
import Glibc
import TerminalHarness

/// What the measurements share.
struct Bench {
  var davit: String
  var isQuick: Bool
  var engine: BenchEngine

  /// How many containers "100 running" are.
  var manyContainers: Int { isQuick ? 20 : 100 }
  /// How long something that goes on is watched.
  var watchTime: Duration { isQuick ? .seconds(10) : .seconds(30) }

  /// Starts davit in a large terminal.
  func start(_ arguments: [String]) throws -> TerminalProgram {
    var environment = TerminalProgram.standardEnvironment
    environment["COLORTERM"] = "truecolor"
    return try TerminalProgram(davit, arguments, columns: 160, rows: 48, environment: environment)
  }

  /// Starts davit on the private engine.
  func startOnEngine(_ arguments: [String] = []) throws -> TerminalProgram {
    try start(["-H", "unix://" + engine.socket] + arguments)
  }

  /// Ends davit as a user does.
  func quit(_ program: TerminalProgram) {
    program.press("q")
    if program.waitForEnd(within: .seconds(5)) == nil { program.send(signal: SIGKILL) }
  }

  /// Reads until a text is on the screen; the seconds since `start`, or nil where it never came.
  func seconds(
    since start: ContinuousClock.Instant, until text: String, on program: TerminalProgram,
    within limit: Duration = .seconds(60)
  ) -> Double? {
    program.waitFor(text, within: limit) ? (ContinuousClock.now - start) / .seconds(1) : nil
  }

  /// The delays of keys that are pressed in turn, in milliseconds: from the key to the first byte that comes back.
  func delays(ofKeys keys: [String], count: Int, on program: TerminalProgram) -> [Double] {
    (0..<count).compactMap { number in
      program.read(for: .milliseconds(40 + number % 7 * 3))
      return program.delay(ofKey: keys[number % keys.count]).map { $0 / .milliseconds(1) }
    }
  }

  /// The delays of a key that opens something, in milliseconds: from the key until it is on the screen, whatever
  /// else is drawn meanwhile.
  func delays(
    ofKey key: String, until text: String, closedBy closing: String, count: Int, on program: TerminalProgram
  ) -> [Double] {
    (0..<count).compactMap { number in
      program.read(for: .milliseconds(40 + number % 7 * 3))
      let start = ContinuousClock.now
      program.press(key)
      guard program.waitFor(text, within: .seconds(2)) else { return nil }
      let delay = ContinuousClock.now - start
      program.press(closing)
      program.wait(within: .seconds(2)) { !$0.screen.shows(text) }
      return delay / .milliseconds(1)
    }
  }
}
