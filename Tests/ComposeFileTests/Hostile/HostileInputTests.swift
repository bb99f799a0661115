import ComposeFile
import ComposeGenerators
import TestSupport
import Testing

/// Whatever a file holds, reading it ends in one clear line, soon.
@Suite struct HostileInputTests {
  private func refusal(_ files: [String: String], limits: ComposeLimits = .standard) -> ComposeProblem? {
    var stored: [String: String] = [:]
    for (name, text) in files { stored["/p/" + name] = text }
    do {
      _ = try ComposeProject.load(ComposeRequest(directory: "/p"), from: .inMemory(stored), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  /// Runs something and says how long it took.
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private func isOneLine(_ problem: ComposeProblem) -> Bool {
    let text = problem.description
    return text.utf8.count < 600 && !text.contains { $0.isNewline }
  }

  @Test func anAliasBombIsRefused() throws {
    var text = "x-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...12 {
      text +=
        "x-\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        + "]\n"
    }
    let bomb = text + "services: {a: {image: i}}\n"
    let time = try seconds {
      let problem = try #require(refusal(["compose.yaml": bomb]))
      #expect(problem.message.hasPrefix("the project grows beyond 64 MiB") && isOneLine(problem))
    }
    #expect(time < 5)
  }

  @Test(arguments: ["[", "{a: ", "- ", "a:\n "])
  func deepNestingIsRefused(opening: String) throws {
    let text = "services: " + String(repeating: opening, count: 100_000)
    let time = try seconds {
      let problem = try #require(refusal(["compose.yaml": text]))
      #expect(isOneLine(problem))
    }
    #expect(time < 5)
  }

  @Test func aHugeFileIsRefused() throws {
    let problem = try #require(refusal(["compose.yaml": String(repeating: "#", count: 50 << 20)]))
    #expect(problem.message.contains("is larger than") && isOneLine(problem))
  }

  @Test(arguments: ["services: {a: {image: \"\u{0}\"}}", "services: \u{1}", "\u{7F}: x", "a: \u{FFFF}"])
  func controlCharactersDoNoHarm(text: String) {
    if let problem = refusal(["compose.yaml": text]) { #expect(isOneLine(problem)) }
  }

  @Test func includesInACircleAreRefused() throws {
    let problem = try #require(
      refusal(["compose.yaml": "include: [b.yaml]", "b.yaml": "include: [compose.yaml]"]))
    #expect(problem.message.contains("circle") && isOneLine(problem))
  }

  @Test func extensionsInACircleAreRefused() throws {
    let files = [
      "compose.yaml": "services: {a: {extends: {file: b.yaml, service: b}}}",
      "b.yaml": "services: {b: {extends: {file: compose.yaml, service: a}}}",
    ]
    let problem = try #require(refusal(files))
    #expect(problem.message.contains("circle") && isOneLine(problem))
  }

  @Test func aLongChainOfExtensionsIsRefused() throws {
    let services = (0..<5000).map { "  s\($0): {extends: s\($0 + 1)}\n" }.joined()
    let problem = try #require(refusal(["compose.yaml": "services:\n" + services + "  s5000: {image: i}\n"]))
    #expect(problem.message.contains("extend each other") && isOneLine(problem))
  }

  @Test func manyIncludedFilesAreRefused() throws {
    var files = ["compose.yaml": "include:\n" + (0..<300).map { "  - f\($0).yaml\n" }.joined()]
    for number in 0..<300 { files["f\(number).yaml"] = "services: {s\(number): {image: i}}" }
    let problem = try #require(refusal(files))
    #expect(problem.message == "the project has more than 200 files")
  }

  @Test func aLongChainOfDependenciesIsReadWithoutRecursion() {
    let services = (0..<3000).map { "  s\($0): {image: i, depends_on: [s\($0 + 1)]}\n" }.joined()
    #expect(refusal(["compose.yaml": "services:\n" + services + "  s3000: {image: i}\n"]) == nil)
  }

  @Test func variablesThatGrowAreRefused() throws {
    let text = "services: {a: {image: '" + String(repeating: "$V", count: 2000) + "'}}"
    let problem = try #require(
      refusal(["compose.yaml": text, ".env": "V=" + String(repeating: "x", count: 10_000)]))
    #expect(problem.message.contains("bytes"))
  }

  /// 16 lines come to 4 GB where nothing stops them.
  @Test func anEnvironmentFileWhoseValuesDoubleIsRefusedWithItsLine() throws {
    var lines = ["A0=" + String(repeating: "x", count: 60_000)]
    for number in 1...16 { lines.append("A\(number)=$A\(number - 1)$A\(number - 1)") }
    let files = ["compose.yaml": "services: {a: {image: i}}", ".env": lines.joined(separator: "\n")]
    let problem = try #require(refusal(files))
    #expect(problem.description.contains("/p/.env:6: variables make more than") && isOneLine(problem))
  }

  @Test(arguments: [
    ("ports: ['1-65535']", "this range of ports"),
    ("environment: [V]", "the variables of this line"), ("env_file: [big.env]", "the variables of this line"),
    ("extends: {file: base.yaml, service: base}", "this extends"),
  ])
  func whatManyServicesAskForIsCountedTogether(line: String, cause: String) throws {
    let services = (0..<50).map { "  s\($0):\n    image: i\n    \(line)\n" }.joined()
    let names = (0..<5000).map { "    x-\($0): {a: b}\n" }.joined()
    let files = [
      "compose.yaml": "services:\n" + services, ".env": "V=" + String(repeating: "v", count: 500_000),
      "big.env": "B=" + String(repeating: "b", count: 500_000),
      "base.yaml": "services:\n  base:\n    image: i\n" + names,
    ]
    var limits = ComposeLimits.standard
    limits.projectBytes = 8 << 20
    let problem = try #require(refusal(files, limits: limits))
    #expect(problem.message.contains("grows beyond 8 MiB") && problem.message.contains(cause))
    #expect(problem.place?.position != nil && isOneLine(problem))
  }

  @Test func filesThatIncludeEachOtherTwiceAreCounted() throws {
    var files = ["compose.yaml": "include: [f0.yaml, ./f0.yaml]\nservices: {a: {image: i}}"]
    for number in 0..<40 {
      files["f\(number).yaml"] = "include: [f\(number + 1).yaml, ./f\(number + 1).yaml]\n"
    }
    files["f40.yaml"] = "x-a: '" + String(repeating: "x", count: 1 << 20) + "'\nservices: {b: {image: i}}"
    let problem = try #require(refusal(files))
    #expect(problem.message.contains("grows beyond 64 MiB") && isOneLine(problem))
  }

  @Test func variablesInsideEachOtherAreRefused() throws {
    let depth = 5000
    let text = String(repeating: "${A:-", count: depth) + "x" + String(repeating: "}", count: depth)
    let problem = try #require(refusal(["compose.yaml": "services: {a: {image: '\(text)'}}"]))
    #expect(isOneLine(problem))
  }

  @Test func anEnvironmentFileThatIsADirectoryOrEndlessIsRefused() throws {
    let files = ComposeFiles(
      read: { path, limit in
        switch path {
        case "/p/compose.yaml": .text("services: {a: {image: i, env_file: /dev/zero}}")
        case "/dev/zero": .refused("is a device, pipe or socket")
        default: .missing
        }
      }, kind: { path in path == "/p/compose.yaml" ? .file : path == "/dev/zero" ? .other : nil })
    let problem = #expect(throws: ComposeProblem.self) {
      try ComposeProject.load(ComposeRequest(directory: "/p"), from: files)
    }
    #expect(problem?.message == "the environment file /dev/zero is a device, pipe or socket")
  }

  @Test func `a list that must hold nothing twice takes as long as it is`() throws {
    /// The least time of two, as others may hold the processors.
    func time(ofEntries count: Int) throws -> Double {
      let entries = (1...count).map { "{target: \($0)}" }.joined(separator: ",\n ")
      let text = "services: {a: {image: i, ports: [\n \(entries)]}}"
      let times = (0..<2).map { _ in seconds { #expect(refusal(["compose.yaml": text]) == nil) } }
      return try #require(times.min())
    }
    let few = try time(ofEntries: 2000)
    #expect(try time(ofEntries: 20_000) <= 20 * few)
  }

  @Test func `entries that say the same are found, however they are written`() throws {
    let lists = [
      "group_add: [1, 1.0]", "group_add: [1000000, 1e6]", "security_opt: [a, 'a']",
      "group_add: [18446744073709551615, 0xFFFFFFFFFFFFFFFF]",
    ]
    for list in lists {
      let problem = try #require(refusal(["compose.yaml": "services: {a: {image: i, \(list)}}"]), "\(list)")
      #expect(problem.message == "this is in the list a second time")
    }
    #expect(refusal(["compose.yaml": "services: {a: {image: i, group_add: [1, '1']}}"]) == nil)
  }

  @Test func aPortRangeOfAllPortsIsFine() {
    #expect(refusal(["compose.yaml": "services: {a: {image: i, ports: ['1-65535:1-65535']}}"]) == nil)
  }

  @Test func mutatedFilesNeverStopTheProgram() {
    var dice = Dice(seed: 4711)
    for _ in 0..<300 {
      let text = GeneratedFile.mutated(GeneratedFile(seed: dice.next()).text, by: &dice)
      if let problem = refusal(["compose.yaml": text]) { #expect(isOneLine(problem), "\(problem)") }
      _ =
        ComposeReport.check(ComposeRequest(directory: "/p"), from: .inMemory(["/p/compose.yaml": text])).text
      let path = ComposePath(keys: "services", "web", "image")
      _ = try? ComposeText(text).applying(.set(path, .text("x")))
    }
  }
}
