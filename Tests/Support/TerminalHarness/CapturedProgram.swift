import CPseudoTerminal
import Glibc

/// What a program without a terminal left behind.
package struct CapturedProgram: Sendable {
  /// What it wrote to its standard output.
  package var output: String
  /// What it wrote to its standard error.
  package var errors: String
  /// How it ended; nil where it did not in time and was killed.
  package var end: TerminalProgram.End?

  /// Runs a program whose output and errors go into files, and whose input is empty.
  package static func run(
    _ program: String, _ arguments: [String] = [],
    environment: [String: String] = TerminalProgram.standardEnvironment, within limit: Duration = .seconds(20)
  ) throws -> CapturedProgram {
    let (output, errors) = (pseudo_terminal_memory_file(), pseudo_terminal_memory_file())
    let input = open("/dev/null", O_RDONLY)
    defer { for descriptor in [output, errors, input] { close(descriptor) } }
    var master: Int32 = -1
    var pid: pid_t = 0
    let error = withCStrings([program] + arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        pseudo_terminal_spawn(
          program, arguments, environment, "/", 80, 24, input, output, errors, &master, &pid)
      }
    }
    guard error == 0 else {
      throw TerminalProgram.SpawnError(
        description: "cannot start \(program): \(String(cString: strerror(error)))")
    }
    defer { close(master) }
    let end = waitForEnd(of: pid, within: limit)
    return CapturedProgram(output: contents(of: output), errors: contents(of: errors), end: end)
  }

  private static func waitForEnd(of pid: pid_t, within limit: Duration) -> TerminalProgram.End? {
    let deadline = ContinuousClock.now + limit
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) != pid {
      guard ContinuousClock.now < deadline else {
        kill(pid, SIGKILL)
        waitpid(pid, nil, 0)
        return nil
      }
      usleep(2_000)
    }
    let code = pseudo_terminal_exit_code(status)
    return code >= 0 ? .exit(Int(code)) : .signal(Int(pseudo_terminal_end_signal(status)))
  }

  private static func contents(of descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, bytes.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
