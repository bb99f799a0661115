import CPseudoTerminal
import Glibc

/// A program in a terminal of its own: what it draws is read while something is waited for.
package final class TerminalProgram {
  /// What the terminal shows.
  package private(set) var screen: TerminalScreen
  /// Everything that the program sent, unless `keepsOutput` is off.
  package private(set) var output: [UInt8] = []
  /// How many bytes the program sent.
  package private(set) var byteCount = 0
  /// Whether `output` and `screen` are kept up to date; without it bytes are only counted.
  package var keepsOutput = true
  /// The number of the process, which leads the terminal's session.
  package let pid: pid_t

  private var master: Int32
  private var status: Int32?

  /// How a program ended.
  package enum End: Sendable, Hashable {
    case exit(Int)
    case signal(Int)
  }

  /// Why a program could not be started.
  package struct SpawnError: Error, CustomStringConvertible {
    /// What happened, with the program's name.
    package var description: String
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: the path of the executable.
  ///   - environment: all of it; see `standardEnvironment`.
  ///   - output: a file descriptor that takes the place of the terminal as standard output; nil for the terminal.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int = 120, rows: Int = 40,
    environment: [String: String] = standardEnvironment, directory: String = "/", output: Int32? = nil
  ) throws {
    screen = TerminalScreen(columns: columns, rows: rows)
    var master: Int32 = -1
    var pid: pid_t = 0
    let error = withCStrings([program] + arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        pseudo_terminal_spawn(
          program, arguments, environment, directory, UInt16(columns), UInt16(rows), -1, output ?? -1, -1,
          &master,
          &pid)
      }
    }
    guard error == 0 else {
      throw SpawnError(description: "cannot start \(program): \(String(cString: strerror(error)))")
    }
    (self.master, self.pid) = (master, pid)
  }

  deinit {
    if status == nil {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    if master >= 0 { close(master) }
  }

  /// The settings that tests start programs with.
  private static let settings: String = {
    let here = #filePath
    return here[..<(here.lastIndex(of: "/") ?? here.endIndex)] + "/Settings"
  }()

  /// An environment in which nothing of the user's is found: no settings but those of tests, no engine, a UTF-8 locale,
  /// xterm.
  package static let standardEnvironment: [String: String] = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "XDG_CONFIG_HOME": settings, "XDG_STATE_HOME": "/nonexistent/state",
  ]

  // MARK: What a person does

  /// Sends bytes as if they were typed, or pasted by a terminal that does not mark it.
  package func type(_ text: String) { write(Array(text.utf8)) }

  /// Presses keys, each a character or a name such as `<enter>`, `<ctrl-d>`, `<up>`, `<esc>`.
  package func press(_ keys: String...) {
    for key in keys { write(TypedKeys.bytes(of: key, isCursorApplication: screen.modes.contains(1))) }
  }

  /// Gives the terminal another size.
  package func resize(columns: Int, rows: Int, _ resizing: TerminalScreen.Resizing = .crop) {
    screen.resize(columns: columns, rows: rows, resizing)
    _ = pseudo_terminal_resize(master, UInt16(columns), UInt16(rows))
  }

  /// Sends the program a signal.
  package func send(signal: Int32) { kill(pid, signal) }

  /// Closes the terminal, as a lost connection does.
  package func hangUp() {
    close(master)
    master = -1
  }

  // MARK: What a person sees

  /// Reads until `condition` holds; false where it does not within the time or the program is gone.
  @discardableResult
  package func wait(within limit: Duration = .seconds(10), until condition: (TerminalProgram) -> Bool) -> Bool
  {
    let deadline = ContinuousClock.now + limit
    while !condition(self) {
      guard ContinuousClock.now < deadline else { return false }
      if readOnce(waiting: min(deadline - ContinuousClock.now, .milliseconds(100))) == .ended {
        return condition(self)
      }
    }
    return true
  }

  /// Reads until the screen shows `text`; false where it does not in time.
  @discardableResult
  package func waitFor(_ text: String, within limit: Duration = .seconds(10)) -> Bool {
    wait(within: limit) { $0.screen.shows(text) }
  }

  /// Reads for a while.
  package func read(for time: Duration) { wait(within: time) { _ in false } }

  /// Reads until nothing came for `quiet`; false where something still comes after `limit`.
  @discardableResult
  package func settle(quiet: Duration = .milliseconds(150), within limit: Duration = .seconds(10)) -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      if readOnce(waiting: quiet) != .some { return true }
    }
    return false
  }

  /// Presses a key and gives the time until the first byte comes back; nil where none comes within a second.
  package func delay(ofKey key: String) -> Duration? {
    while readOnce(waiting: .zero) == .some {}
    let start = ContinuousClock.now
    press(key)
    return readOnce(waiting: .seconds(1)) == .some ? ContinuousClock.now - start : nil
  }

  /// Waits until the program ends; nil where it does not in time. With `reading`, what it still says is read.
  package func waitForEnd(within limit: Duration = .seconds(10), reading: Bool = true) -> End? {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      if master >= 0, reading { _ = readOnce(waiting: .milliseconds(20)) } else { usleep(5_000) }
      if let end = reap(options: WNOHANG) {
        while master >= 0, readOnce(waiting: .zero) == .some {}
        return end
      }
    }
    return nil
  }

  /// Reads until the program is stopped (as by ctrl-z); false where it is not in time.
  package func waitForStop(within limit: Duration = .seconds(10)) -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      _ = readOnce(waiting: .milliseconds(20))
      var status: Int32 = 0
      if waitpid(pid, &status, WNOHANG | WUNTRACED) == pid {
        if pseudo_terminal_is_stopped(status) == 1 { return true }
        self.status = status
        return false
      }
    }
    return false
  }

  /// Whether the terminal echoes and edits lines by itself, as a shell leaves it.
  package var isCooked: Bool { pseudo_terminal_is_cooked(master) == 1 }

  /// How the program ended, as far as that is known.
  package var end: End? { status.map(Self.end) }

  // MARK: Bytes

  private enum Reading {
    case some, nothing, ended
  }

  private func readOnce(waiting time: Duration) -> Reading {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(0, (time / .milliseconds(1)).rounded(.up)))
    guard master >= 0, poll(&descriptor, 1, milliseconds) > 0 else { return master < 0 ? .ended : .nothing }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    // The end of a terminal is an error, EIO.
    guard count > 0 else { return .ended }
    byteCount += count
    if keepsOutput {
      output += buffer[..<count]
      screen.feed(buffer[..<count])
    }
    return .some
  }

  private func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func reap(options: Int32) -> End? {
    if let status { return Self.end(status) }
    var status: Int32 = 0
    guard waitpid(pid, &status, options) == pid else { return nil }
    self.status = status
    return Self.end(status)
  }

  private static func end(_ status: Int32) -> End {
    let code = pseudo_terminal_exit_code(status)
    return code >= 0 ? .exit(Int(code)) : .signal(Int(pseudo_terminal_end_signal(status)))
  }
}

/// Calls `body` with an array of C strings that ends with NULL.
func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
