import FoundationEssentials
import TerminalHarness
import TestSupport
import Testing
import YAMLDocument

/// What is typed behind `davit compose set` is what Compose reads, letter for letter: a table of values in each kind of
/// place, written by davit into one file, which each Compose that is installed prints with `config`.
@Suite(.withCompose) struct TypedValueTests {
  private static let values = [
    "1.0", "0755", "1e3", "0x1F", "0o17", "1_000", "+1", "-0", ".5", "5", "True", "true", "off", "~", "yes",
    "null", "NULL", "2024-01-01", "2024-01-01 10:00:00", "12:30", "1:2:3", "", " ", "a 'b' \"c\"", "'q'",
    "a # b",
    "#", "a: b", ": ", "a:", "a\nb", "a\nb\n", "\n", "123456789012345678901234567890", "0123", "3.10", ".inf",
    "nan",
    "[a", "[a]", "{a: b}", "a=b", "- a", "-", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "a\tb", "\\n",
    "ä€😀",
    "---", "...", "? a", "<<", "=",
  ]

  private static let file = """
    services:
      a:
        image: i
        build:
          context: .
          args: {OLD: old}
        logging:
          driver: json-file
        networks: [n]
        volumes: ['data:/data']
      b:
        image: i
        environment:
          - OLD=old
        labels:
          - OLD=old
    networks:
      n: {}
    volumes:
      data:

    """

  /// Where values are set; `annotations` are younger than Compose 1.
  private func places(_ compose: InstalledCompose) -> [String] {
    [
      "services.a.environment", "services.b.environment", "services.a.build.args", "services.a.labels",
      "services.b.labels", "services.a.logging.options", "services.a.sysctls", "services.a.deploy.labels",
      "networks.n.driver_opts", "networks.n.labels", "volumes.data.driver_opts",
    ] + (compose.isPlugin ? ["services.a.annotations"] : [])
  }

  @Test(arguments: InstalledCompose.found)
  func `each value is read as it was typed`(compose: InstalledCompose) throws {
    let own = try TestFolder(["compose.yaml": Self.file])
    defer { own.remove() }
    let file = own.file("compose.yaml")
    let changes = places(compose).flatMap { place in
      Self.values.enumerated().map { "\(place).V\($0.offset)=\($0.element)" }
    }
    let written = try CapturedProgram.run(
      BuiltPrograms.davit, ["compose", "set", "-f", file] + changes,
      environment: TerminalProgram.standardEnvironment, within: .seconds(60))
    try #require(written.end == .exit(0), "\(written.errors)")
    let read = try CapturedProgram.run(
      compose.program, compose.arguments + ["-f", file, "-p", "typed", "config"],
      environment: compose.environment,
      within: .seconds(60))
    try #require(read.end == .exit(0), "\(read.errors)")
    // What a scalar is to who prints it is not what it is to who reads it here: the texts are compared.
    let printed = try #require(YAMLTree(parsing: read.output).root)
    for place in places(compose) {
      let map = place.split(separator: ".").reduce(Optional(printed)) { node, key in node?[String(key)] }
      for (number, value) in Self.values.enumerated() {
        let found = map?["V\(number)"]?.scalar?.text.replacing("$$", with: "$")
        #expect(found == value, "\(place).V\(number)")
      }
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs where a Compose is installed, which it has to be where the engine of the tests is.
  static var withCompose: Self {
    .enabled(
      if: TestEngine.isExpected || FileManager.default.isExecutableFile(atPath: "/usr/bin/docker-compose"),
      "needs docker-compose: scripts/setup test, or make test")
  }
}
