import Dashboard
import Glibc
import Synchronization
import Testing
import Troubles

@testable import DashboardRuntime

@Suite struct ProcessRunTests {
  let programs: FakePrograms

  init() throws { programs = try FakePrograms() }

  private func run(_ script: String, _ words: [String] = []) async throws -> (ProcessRun.End, [JobLine]) {
    let path = programs.add("program", script)
    let lines = Lines()
    let run = ProcessRun(command: [path] + words, environment: programs.environment)
    return (try await run.run { lines.add($0) }, lines.all)
  }

  @Test func aProgramThatNeverReadsItsInputDoesNoHarm() async throws {
    for _ in 0..<50 {
      let run = ProcessRun(command: ["/bin/true"], environment: [:], input: "a name")
      #expect(try await run.run { _ in } == .code(0))
    }
  }

  @Test func aProgramThatIsNotThereDoesNoHarmWithAnInput() async {
    let run = ProcessRun(command: ["/nowhere/program"], environment: [:], input: "a name")
    await #expect(throws: Trouble.self) { _ = try await run.run { _ in } }
  }

  @Test func bothOutputsComeAsLines() async throws {
    let (end, lines) = try await run("echo one; echo two >&2; printf 'no end'")
    #expect(end == .code(0))
    #expect(lines.filter { !$0.isError }.map(\.text) == ["one", "no end"])
    #expect(lines.filter(\.isError).map(\.text) == ["two"])
  }

  @Test func linesComeWhileTheProgramRuns() async throws {
    let path = programs.add(
      "program", "echo first; while [ ! -e \"$0.go\" ]; do sleep 0.02; done; rm \"$0.go\"; echo last")
    let lines = Lines()
    let environment = programs.environment
    let work = Task {
      try await ProcessRun(command: [path], environment: environment).run { lines.add($0) }
    }
    await lines.wait { $0.map(\.text) == ["first"] }
    close(open(path + ".go", O_CREAT | O_WRONLY, 0o600))
    #expect(try await work.value == .code(0))
    #expect(lines.all.map(\.text) == ["first", "last"])
  }

  @Test func theCodeOfAFailureIsKept() async throws {
    #expect(try await run("exit 7").0 == .code(7))
    #expect(try await run("kill -TERM $$").0 == .signal(SIGTERM))
  }

  @Test func wordsReachTheProgramAsTheyAre() async throws {
    let words = ["a b", "$HOME", "'; touch /tmp/davit-never", "", "größe"]
    let lines = try await run("for word in \"$@\"; do echo \"<$word>\"; done", words).1
    #expect(lines.map(\.text) == words.map { "<\($0)>" })
  }

  @Test func aProgramHasNoInputAndASessionOfItsOwn() async throws {
    let lines = try await run("read line || echo none; cut -d ' ' -f 6 /proc/$$/stat; echo $$").1.map(\.text)
    #expect(lines.first == "none")
    #expect(lines.count == 3 && lines[1] == lines[2])
  }

  @Test func aMissingProgramIsNamed() async throws {
    let run = ProcessRun(command: ["/nonexistent/docker"], environment: [:])
    await #expect(throws: Trouble("/nonexistent/docker is missing or not executable")) {
      try await run.run { _ in }
    }
  }

  @Test func aMissingFolderIsNamed() async throws {
    let run = ProcessRun(command: ["/bin/true"], environment: [:], directory: "/nonexistent")
    await #expect(throws: Trouble("the folder /nonexistent does not exist")) {
      try await run.run { _ in }
    }
  }

  @Test func aCancelledProgramIsInterruptedAndMayTidyUp() async throws {
    let path = programs.add(
      "program", "trap 'echo tidied; exit 130' INT; echo ready; while :; do sleep 0.02; done")
    let lines = Lines()
    let environment = programs.environment
    let work = Task {
      try await ProcessRun(command: [path], environment: environment).run { lines.add($0) }
    }
    await lines.wait { $0.map(\.text) == ["ready"] }
    work.cancel()
    #expect(try await work.value == .code(130))
    #expect(lines.all.map(\.text) == ["ready", "tidied"])
  }

  @Test func aProgramThatDoesNotEndIsKilledWithItsChildren() async throws {
    let path = programs.add(
      "program", "trap '' INT; (trap '' INT; sleep 600) & echo ready $!; while :; do sleep 0.02; done")
    let lines = Lines()
    let environment = programs.environment
    let work = Task {
      try await ProcessRun(
        command: [path], environment: environment, killTimeout: .milliseconds(100)
      ).run { lines.add($0) }
    }
    await lines.wait { $0.first?.text.hasPrefix("ready ") == true }
    let child = try #require(lines.all.first.flatMap { pid_t($0.text.dropFirst(6)) })
    work.cancel()
    #expect(try await work.value == .signal(SIGKILL))
    await lines.wait { _ in kill(child, 0) != 0 || Self.isZombie(child) }
  }

  @Test func whatIsPrintedMayBeAnything() async throws {
    let (_, lines) = try await run(
      "printf 'a\\0b\\377\\n\\033[31mred\\rover\\r\\nlast\\n'; head -c 20000 /dev/zero | tr '\\0' x; echo; echo end"
    )
    #expect(lines.prefix(4).map(\.text) == ["a\0b\u{FFFD}", "\u{1B}[31mred", "over", "last"])
    #expect(lines.dropFirst(4).first?.text == String(repeating: "x", count: OutputLines.limit) + "…")
    #expect(lines.last?.text == "end")
  }

  @Test func aSlowTakerLosesNothing() async throws {
    let path = programs.add("program", "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done")
    let lines = Lines()
    let end = try await ProcessRun(command: [path], environment: programs.environment).run {
      try? await Task.sleep(for: .milliseconds(1))
      lines.add($0)
    }
    #expect(end == .code(0))
    #expect(lines.all.count == 3000)
  }

  private static func isZombie(_ process: pid_t) -> Bool {
    let descriptor = open("/proc/\(process)/stat", O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 && String(decoding: bytes[..<count], as: UTF8.self).contains(") Z ")
  }
}

/// Collects lines from other tasks.
final class Lines: Sendable {
  private let lines = Mutex<[JobLine]>([])

  var all: [JobLine] { lines.withLock { $0 } }

  func add(_ more: [JobLine]) { lines.withLock { $0 += more } }

  /// Waits until a condition holds; a minute at most, since all tests share the processor.
  func wait(_ condition: ([JobLine]) -> Bool) async {
    let deadline = ContinuousClock.now + .seconds(60)
    while !condition(all) {
      guard ContinuousClock.now < deadline else {
        Issue.record("never came: \(all)")
        return
      }
      try? await Task.sleep(for: .milliseconds(4))
    }
  }
}
