import FoundationEssentials
import TerminalHarness
import TestSupport
import Testing

/// The commands without a screen.
@Suite(.serialized) struct OneShotTests {
  @Test func theVersionIsPrinted() throws {
    let result = try Davit.captured(["--version"])
    #expect(result.end == .exit(0))
    #expect(result.output.first?.isNumber == true || result.output.hasPrefix("davit"))
  }

  @Test func helpNamesTheCommands() throws {
    let result = try Davit.captured(["--help"])
    #expect(result.end == .exit(0))
    for word in ["status", "snapshot", "doctor", "--demo", "--host", "--read-only"] {
      #expect(result.output.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreWritten(shell: String) throws {
    let result = try Davit.captured(["--generate-completion-script", shell])
    #expect(result.end == .exit(0) && result.output.contains("davit"))
  }

  @Test func statusWithoutAnEngineSaysSoAndEndsWithThree() throws {
    let result = try Davit.captured(["status", "-H", "unix:///nonexistent/docker.sock"])
    #expect(result.end == .exit(3))
    #expect(result.errors.contains("/nonexistent/docker.sock"))
  }

  @Test(arguments: [
    ["-H", "unix:///nonexistent/docker.sock", "status"],
    ["--read-only", "--host=unix:///nonexistent/docker.sock", "status", "--json"],
    ["-H", "unix:///nonexistent/docker.sock", "compose", "-f", "FILE", "plan"],
    ["-p", "status", "-H", "unix:///nonexistent/docker.sock", "-f", "FILE", "compose", "plan"],
  ])
  func `options are taken before the command too`(words: [String]) throws {
    let folder = try TestFolder(["compose.yaml": "services: {web: {image: nginx}}"])
    defer { folder.remove() }
    let file = folder.file("compose.yaml")
    let result = try Davit.captured(words.map { $0 == "FILE" ? file : $0 })
    #expect(result.end == .exit(3), "\(result.errors)")
    #expect(result.errors.contains("cannot connect to unix:///nonexistent/docker.sock"))
  }

  @Test(arguments: ["config", "check"])
  func `a command that asks no engine takes its options all the same`(command: String) throws {
    let folder = try TestFolder(["compose.yaml": "services: {web: {image: nginx}}"])
    defer { folder.remove() }
    let file = folder.file("compose.yaml")
    let result = try Davit.captured(
      ["-H", "unix:///nonexistent/docker.sock", "compose", "-p", "shop", "-f", file, command])
    #expect(result.end == .exit(0), "\(result.errors)")
  }

  @Test func statusOfTheDemoListsItsContainers() throws {
    let result = try Davit.captured(["status", "--demo"])
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(result.output.contains("running"))
  }

  @Test(arguments: [60, 80, 120])
  func statusFitsTheTerminal(columns: Int) throws {
    let program = try Davit.start(["status", "--demo"], columns: columns, rows: 200)
    #expect(program.waitForEnd() == .exit(0))
    let lines = String(decoding: program.output, as: UTF8.self).split(whereSeparator: \.isNewline)
    // The address of the engine is never cut.
    #expect(lines.count > 20 && lines.dropFirst().allSatisfy { $0.count <= columns })
    #expect(lines.contains { $0.hasPrefix("NAME") && $0.contains("PORTS") })
  }

  @Test func whereItGoesElsewhereNothingIsCut() throws {
    let result = try Davit.captured(["status", "--demo"])
    #expect(!result.output.contains("…"))
  }

  @Test func sizesAreReadable() throws {
    let lines = try Davit.captured(["status", "--demo"]).output.split(separator: "\n")
    #expect(lines.contains { $0.contains("postgres") && $0.contains("M  ") })
  }

  @Test func diskSpaceIsToldWithWhatAPruneFrees() throws {
    let result = try Davit.captured(["df", "--demo"])
    #expect(result.end == .exit(0), "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("images") }
        && lines.contains { $0.hasPrefix("total") && $0.contains("%") })
    #expect(lines.contains { $0.hasPrefix("old-uploads") && $0.hasSuffix("unused") })
  }

  @Test func whatHappenedToAContainerIsOnOnePage() throws {
    let result = try Davit.captured(["why", "legacy-sync", "--demo"])
    #expect(result.end == .exit(0), "\(result.errors)")
    for text in ["restarting, exited 3", "Ended", "docker update --restart no legacy-sync"] {
      #expect(result.output.contains(text))
    }
  }

  @Test(arguments: [("docker-run", "docker run -d"), ("compose", "services:")])
  func aContainerIsPrintedAsWhatMakesItAgain(form: String, start: String) throws {
    let masked = try Davit.captured(["describe", "shop-db-1", "--as", form, "--demo"])
    #expect(masked.end == .exit(0) && masked.output.contains(start), "\(masked.errors)")
    #expect(masked.output.contains("PASSWORD"), "\(masked.output)")
    #expect(masked.output.contains("••••") && masked.output.contains("--reveal prints them"))
    let open = try Davit.captured(["describe", "shop-db-1", "--as", form, "--demo", "--reveal"])
    #expect(!open.output.contains("••••") && open.output.contains(start))
  }

  @Test(arguments: ["why", "describe"])
  func aContainerThatIsNotThereIsAnError(command: String) throws {
    let result = try Davit.captured([command, "nobody", "--demo"])
    #expect(
      result.end == .exit(1) && result.errors.contains("cannot find nobody: no container has this name"))
  }

  @Test(arguments: ["status", "df"])
  func documentsAreJSON(command: String) throws {
    struct Anything: Decodable {}
    let result = try Davit.captured([command, "--json", "--demo"])
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(throws: Never.self) { try JSONDecoder().decode(Anything.self, from: Data(result.output.utf8)) }
  }

  @Test(arguments: [["status"], ["compose", "plan", "-f", "/nonexistent/compose.yaml"]])
  func whyThereIsNoDocumentIsADocument(command: [String]) throws {
    struct Report: Decodable {
      struct Trouble: Decodable { var what: String }
      var error: Trouble
    }
    let result = try Davit.captured(command + ["--json", "-H", "unix:///nonexistent/docker.sock"])
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(result.errors.contains(report.error.what))
  }

  @Test func aSnapshotHasTheSizeThatWasAskedFor() throws {
    let result = try Davit.captured(["snapshot", "--demo", "--size", "100x30"])
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count == 30)
    #expect(result.output.contains("Containers") && !result.output.contains("\u{1B}"))
  }

  @Test func aSnapshotCanBeTakenAfterKeys() throws {
    let result = try Davit.captured(["snapshot", "--demo", "--size", "100x30", "--keys", "?"])
    #expect(result.output.contains("Here, in"), "\(result.output)")
  }

  @Test func aSnapshotCanHaveColours() throws {
    let result = try Davit.captured(["snapshot", "--demo", "--size", "100x30", "--ansi"])
    #expect(result.output.contains("\u{1B}["))
  }

  @Test func theDoctorLooksAtEverything() throws {
    let result = try Davit.captured(["doctor", "-H", "unix:///nonexistent/docker.sock"])
    for word in ["terminal", "locale", "engine"] {
      #expect(result.output.lowercased().contains(word), "\(word)")
    }
  }
}
