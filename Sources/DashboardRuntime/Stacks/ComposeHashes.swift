import StackPlanning

/// Asks Compose for its hashes of the services' definitions: once for each state of a stack's files, and of one stack
/// after the other, since each call is a process.
actor ComposeHashes {
  private var kept: [StackSource: (files: SeenFiles, answer: ComposeAnswer?)] = [:]
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// How long Compose may take.
  private static let timeout = Duration.seconds(20)

  /// The hashes of a reading that were asked before; nil for none.
  func known(for reading: StackFilesReading) -> ComposeAnswer?? {
    guard let found = kept[reading.source], found.files === reading.seen else { return nil }
    return .some(found.answer)
  }

  /// The hashes by service, asked for unless they are known; nil where Compose knows none.
  func read(
    _ reading: StackFilesReading, with program: ComposeProgram, environment: [String: String]
  ) async -> ComposeAnswer? {
    if let known = known(for: reading) { return known }
    await enter()
    defer { leave() }
    if let known = known(for: reading) { return known }
    let answer = await read(reading.source, with: program, environment: environment)
    kept[reading.source] = (reading.seen, answer)
    return answer
  }

  /// The hashes by service, asked for now.
  nonisolated func read(
    _ source: StackSource, with program: ComposeProgram, environment: [String: String]
  ) async -> ComposeAnswer? {
    guard let words = program.hashArguments(for: source) else {
      return ComposeAnswer(version: program.version, hashes: nil)
    }
    let run = ProcessRun(command: words, environment: environment, directory: source.directory)
    guard let output = await run.capture(within: Self.timeout) else {
      return ComposeAnswer(version: program.version, hashes: nil)
    }
    return ComposeAnswer(
      version: program.version, hashes: output.end == .code(0) ? Self.hashes(in: output.lines) : nil)
  }

  /// `web 3f…` lines.
  static func hashes(in lines: [String]) -> [String: String] {
    var hashes: [String: String] = [:]
    for line in lines {
      let words = line.split(separator: " ")
      guard words.count == 2, words[1].utf8.count == 64, words[1].allSatisfy(\.isHexDigit) else { continue }
      hashes[String(words[0])] = String(words[1])
    }
    return hashes
  }

  private func enter() async {
    if isBusy {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      isBusy = true
    }
  }

  private func leave() {
    if waiting.isEmpty {
      isBusy = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}
