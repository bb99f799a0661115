import StackPlanning

/// Asks Compose for its hashes of the services' definitions: once for each state of a stack's files, and of one stack
/// after the other, since each call is a process.
actor ComposeHashes {
  private var kept: [StackSource: (files: SeenFiles, hashes: [String: String]?)] = [:]
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// How long Compose may take.
  private static let patience = Duration.seconds(20)

  /// The hashes of a reading that were asked before; nil for none.
  func known(for reading: StackFilesReading) -> [String: String]?? {
    guard let found = kept[reading.source], found.files === reading.seen else { return nil }
    return .some(found.hashes)
  }

  /// The hashes by service; nil where Compose does not tell.
  func read(
    _ reading: StackFilesReading, with program: ComposeProgram, environment: [String: String]
  ) async -> [String: String]? {
    if let known = known(for: reading) { return known }
    guard let words = program.hashArguments(for: reading.source) else { return nil }
    await enter()
    defer { leave() }
    if let known = known(for: reading) { return known }
    let run = ProcessRun(command: words, environment: environment, directory: reading.source.directory)
    guard let output = await run.capture(within: Self.patience) else { return nil }
    let hashes = output.end == .code(0) ? Self.hashes(in: output.lines) : nil
    kept[reading.source] = (reading.seen, hashes)
    return hashes
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
