import Dashboard
import Glibc
import Subprocess
import SystemPackage
import Troubles

/// One call of a program: its words go to it as they are, no shell sees them. It has no input unless one is given, a
/// session of its own, and its output comes as lines while it runs.
struct ProcessRun: Sendable {
  /// How it ended.
  enum End: Sendable, Hashable {
    /// By itself, with this code; 0 is success.
    case code(Int32)
    /// By a signal.
    case signal(Int32)
  }

  /// The words, the first an absolute path.
  var command: [String]
  /// All its variables.
  var environment: [String: String]
  /// The folder that it starts in; nil for davit's.
  var directory: String?
  /// All that it can read; nil for nothing.
  var input: String?
  /// How long it may take to end after it was interrupted, until it is killed.
  var killTimeout = Duration.seconds(5)

  /// Runs it, and gives its lines to `take` as they come; a slow taker slows it down. Where the task is cancelled, the
  /// program and all that it started are interrupted, and killed when they do not end.
  ///
  /// Throws where it cannot be started.
  func run(_ take: @escaping @Sendable ([JobLine]) async -> Void) async throws(Trouble) -> End {
    let group = ProcessGroup(killTimeout: killTimeout)
    let result = await withTaskCancellationHandler {
      // The task inside is never cancelled: what the program prints while it ends is read to its end.
      await Task.detached {
        guard let input else { return await start(in: group, reading: .none, take) }
        guard let pipe = Self.filledPipe(input) else {
          return .failure(
            Trouble("cannot start \(command.first ?? "")", why: "there is no pipe for its input"))
        }
        return await start(
          in: group, reading: .fileDescriptor(pipe, closeAfterSpawningProcess: true), take)
      }.value
    } onCancel: {
      group.interrupt()
    }
    group.end()
    return try result.get()
  }

  /// The end to read from of a pipe that has all of a short text in it already. Where a library writes to a program that
  /// ends without reading, it breaks off; what a pipe holds (64 KiB, pipe(7)) needs nobody who writes. Nil where there is
  /// no pipe, or where the text is too long for one.
  private static func filledPipe(_ text: String) -> FileDescriptor? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 4_096, let (reading, writing) = try? FileDescriptor.pipe() else { return nil }
    defer { try? writing.close() }
    guard (try? writing.writeAll(bytes)) == bytes.count else {
      try? reading.close()
      return nil
    }
    // Other programs that start meanwhile must not hold it open.
    _ = fcntl(reading.rawValue, F_SETFD, FD_CLOEXEC)
    return reading
  }

  private func start(
    in group: ProcessGroup, reading input: some InputProtocol,
    _ take: @escaping @Sendable ([JobLine]) async -> Void
  ) async -> Result<End, Trouble> {
    guard let program = command.first else { return .failure(Trouble("no program given")) }
    var options = PlatformOptions()
    options.createSession = true
    do {
      let outcome = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(variables), workingDirectory: directory.map { FilePath($0) },
        platformOptions: options, input: input, output: .sequence, error: .sequence
      ) { execution in
        group.begin(execution.processIdentifier.value)
        async let errors: Void = Self.read(execution.standardError, isError: true, take)
        try await Self.read(execution.standardOutput, isError: false, take)
        try await errors
      }
      switch outcome.terminationStatus {
      case .exited(let code): return .success(.code(code))
      case .signaled(let signal): return .success(.signal(signal))
      }
    } catch {
      return .failure(Trouble(error, starting: program, in: directory))
    }
  }

  private static func read(
    _ output: SubprocessOutputSequence, isError: Bool, _ take: ([JobLine]) async -> Void
  ) async throws {
    var lines = OutputLines()
    for try await chunk in output {
      let complete = chunk.withUnsafeBytes { lines.feed($0) }
      if !complete.isEmpty { await take(complete.map { JobLine($0, isError: isError) }) }
    }
    if let last = lines.finish() { await take([JobLine(last, isError: isError)]) }
  }

  private var variables: [Subprocess.Environment.Key: String] {
    var variables: [Subprocess.Environment.Key: String] = [:]
    for (name, value) in environment {
      if let key = Subprocess.Environment.Key(rawValue: name) { variables[key] = value }
    }
    return variables
  }
}

extension Trouble {
  /// Why a program cannot be started.
  fileprivate init(_ error: any Error, starting program: String, in directory: String?) {
    let code = (error as? SubprocessError)?.code
    if code == .executableNotFound {
      self.init("\(program) is missing or not executable")
    } else if code == .failedToChangeWorkingDirectory {
      self.init("the folder \(directory ?? "") does not exist")
    } else {
      self.init("\(program) cannot be started", why: "\(error)")
    }
  }
}
