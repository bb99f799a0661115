import StackPlanning

/// Asks Compose for its hashes of the services' definitions: once for each state of a stack's files, and of one stack
/// after the other, since each call is a process.
actor ComposeHashes {
  private var kept: [StackSource: (files: SeenFiles, override: HashOverride, answer: ComposeAnswer?)] = [:]
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// How long Compose may take.
  private static let timeout = Duration.seconds(20)

  /// The hashes of a reading that were asked before; nil for none.
  func known(for reading: StackFilesReading, _ override: HashOverride) -> ComposeAnswer?? {
    guard let found = kept[reading.source], found.files === reading.seen, found.override == override else {
      return nil
    }
    return .some(found.answer)
  }

  /// The hashes by service, asked for unless they are known; nil where Compose knows none.
  func read(
    _ reading: StackFilesReading, _ override: HashOverride, with program: ComposeProgram,
    environment: [String: String]
  ) async -> ComposeAnswer? {
    if let known = known(for: reading, override) { return known }
    await enter()
    defer { leave() }
    if let known = known(for: reading, override) { return known }
    let answer = await read(reading.source, override, with: program, environment: environment)
    kept[reading.source] = (reading.seen, override, answer)
    return answer
  }

  /// The hashes by service, asked for now: with the override, so that they are those of `up`, else without it.
  nonisolated func read(
    _ source: StackSource, _ override: HashOverride, with program: ComposeProgram,
    environment: [String: String]
  ) async -> ComposeAnswer? {
    if program.readsOverrides, let text = override.text,
      let words = program.hashArguments(for: source, andInput: true),
      let hashes = await hashes(words, reading: text, in: source.directory, environment)
    {
      let exact = Set(hashes.keys).subtracting(override.unknowable)
      return ComposeAnswer(version: program.version, hashes: hashes, exact: exact)
    }
    let words = program.hashArguments(for: source)
    let hashes: [String: String]? =
      if let words { await hashes(words, reading: nil, in: source.directory, environment) } else { nil }
    return ComposeAnswer(version: program.version, hashes: hashes)
  }

  /// The hashes of a text that is not on the disk yet: it takes the place of its file. Nil hashes where the text is none
  /// of the files that Compose is given, or Compose takes no other file beside its input.
  nonisolated func read(
    _ source: StackSource, writing text: String, at path: String, _ override: HashOverride,
    with program: ComposeProgram, environment: [String: String]
  ) async -> ComposeAnswer {
    var source = source
    guard let place = source.files.firstIndex(of: path), program.readsOverrides || source.files.count == 1
    else {
      return ComposeAnswer(version: program.version, hashes: nil)
    }
    source.files[place] = "-"
    // Further documents of a file are laid over the first.
    let isLast = place == source.files.count - 1 && program.readsOverrides
    let end = isLast ? override.text.map { "\n---\n" + $0 } ?? "" : ""
    guard let words = program.hashArguments(for: source),
      let hashes = await hashes(words, reading: text + end, in: source.directory, environment)
    else { return ComposeAnswer(version: program.version, hashes: nil) }
    let exact = end.isEmpty ? [] : Set(hashes.keys).subtracting(override.unknowable)
    return ComposeAnswer(version: program.version, hashes: hashes, exact: exact)
  }

  private nonisolated func hashes(
    _ words: [String], reading input: String?, in directory: String, _ environment: [String: String]
  ) async -> [String: String]? {
    let run = ProcessRun(command: words, environment: environment, directory: directory, input: input)
    guard let output = await run.capture(within: Self.timeout), output.end == .code(0) else { return nil }
    return Self.hashes(in: output.lines)
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
