import EngineModel
import FoundationEssentials
import TerminalHarness
import Testing

/// What the plan says of each service is what a real `up` does to its containers: stacks that one Compose has made are
/// changed, planned, and brought up by another. Both of the same kind, and each with the other.
@Suite(.serialized, .onRealEngine) struct PlanOracleTests {
  /// A replica of a service.
  private struct Replica: Hashable {
    var id: String
    var started: String
    var state: String
  }

  struct Pair: CustomTestStringConvertible {
    var maker: InstalledCompose
    var runner: InstalledCompose
    var testDescription: String { "\(maker.testDescription), then \(runner.testDescription)" }

    static var all: [Pair] {
      InstalledCompose.found.flatMap { maker in InstalledCompose.found.map { Pair(maker: maker, runner: $0) }
      }
    }
  }

  @Test(arguments: Pair.all)
  func whatThePlanSaysIsWhatUpDoes(pair: Pair) throws {
    let generation = pair.maker.isPlugin && pair.runner.isPlugin ? 2 : 1
    let project = "oracle-\(pair.maker.isPlugin ? 2 : 1)\(pair.runner.isPlugin ? 2 : 1)"
    let cases = try PlanCases(project: project, generation: generation)
    let stack = try StackFolder(project, cases.file(changed: false), pair.maker)
    defer { clear(project, stack.engine) }
    try stack.engine.makeShopImages()
    try stack.engine.docker("tag", "busybox:test", "\(project)-retag:1")
    for words in cases.commands("first", container: { $0 }) { _ = try? run(words, stack.engine) }
    try write(cases.files(changed: false), in: stack)
    try stack.up(within: .seconds(600))
    for words in cases.commands("pre", container: { stack.name($0) }) { _ = try? run(words, stack.engine) }
    try stack.write(cases.file(changed: true))
    try write(cases.files(changed: true), in: stack)
    let before = try replicas(project, stack.engine)
    let plan = try plan(stack, with: pair.runner)
    let result = try pair.runner.run(
      ["up", "-d"], project: project, in: stack.path, on: stack.engine, within: .seconds(600))
    try #require(result.end == .exit(0), "\(result.output)\(result.errors)")
    let after = try replicas(project, stack.engine)
    for service in plan {
      let name = service["name"].string ?? ""
      let real = happened(before[name] ?? [], after[name] ?? [])
      #expect(
        service["action"].string == real, "\(name): \(service["reasons"].elements.map { $0["text"].string })")
    }
  }

  /// What has become of a service's containers, in the words of a plan.
  private func happened(_ before: [Replica], _ after: [Replica]) -> String {
    let (old, new) = (Set(before.map(\.id)), Set(after.map(\.id)))
    if before.isEmpty { return after.isEmpty ? "unchanged" : "create" }
    if !old.subtracting(new).isEmpty, !new.subtracting(old).isEmpty { return "recreate" }
    if old != new { return new.count > old.count ? "scale up" : "scale down" }
    let changed = before.first { replica in
      after.contains { $0.id == replica.id && $0.started != replica.started }
    }
    return changed.map { $0.state == "running" ? "restart" : "start" } ?? "unchanged"
  }

  private func replicas(_ project: String, _ engine: TestEngine) throws -> [String: [Replica]] {
    let ids = try engine.docker(
      "ps", "-aq", "--no-trunc", "--filter", "label=com.docker.compose.project=\(project)")
    let words = ["inspect"] + ids.split(whereSeparator: \.isNewline).map(String.init)
    let documents = try JSONValue(json: Array(run(words, engine).utf8)).elements
    return Dictionary(grouping: documents) {
      $0["Config"]["Labels"]["com.docker.compose.service"].string ?? ""
    }
    .mapValues { documents in
      documents.map { document in
        Replica(
          id: document["Id"].string ?? "", started: document["State"]["StartedAt"].string ?? "",
          state: document["State"]["Status"].string ?? "")
      }
    }
  }

  private func plan(_ stack: StackFolder, with runner: InstalledCompose) throws -> [JSONValue] {
    let result = try CapturedProgram.run(
      BuiltPrograms.davit,
      ["compose", "plan", "--json", "-p", stack.project, "-f", stack.file, "-H", stack.engine.address],
      environment: runner.environment, within: .seconds(120))
    try #require(result.end == .exit(0), "\(result.errors)")
    return try JSONValue(json: Array(result.output.utf8))["services"].elements
  }

  private func write(_ files: [(name: String, text: String)], in stack: StackFolder) throws {
    for file in files { try Data(file.text.utf8).write(to: URL(filePath: stack.path + "/" + file.name)) }
  }

  /// A command that docker did not carry out.
  private struct Refused: Error {
    var words: String
    var answer: String
  }

  @discardableResult
  private func run(_ words: [String], _ engine: TestEngine) throws -> String {
    var environment = TerminalProgram.standardEnvironment
    environment["DOCKER_HOST"] = engine.address
    let result = try CapturedProgram.run(
      "/usr/bin/docker", words, environment: environment, within: .seconds(120))
    guard result.end == .exit(0) else {
      throw Refused(words: words.joined(separator: " "), answer: result.errors)
    }
    return result.output
  }

  /// Removes what the cases have made beside the stack.
  private func clear(_ project: String, _ engine: TestEngine) {
    remove(["ps", "-aq"], ["rm", "-f", "-v"], project, engine)
    // An engine may keep the end of a container that is gone.
    for network in found(["network", "ls", "-q"], project, engine) {
      let format = "{{range .Containers}}{{.Name}} {{end}}"
      let ends = (try? run(["network", "inspect", "-f", format, network], engine)) ?? ""
      for end in ends.split(whereSeparator: \.isWhitespace) {
        _ = try? run(["network", "disconnect", "-f", network, String(end)], engine)
      }
    }
    remove(["network", "ls", "-q"], ["network", "rm"], project, engine)
    remove(["volume", "ls", "-q"], ["volume", "rm"], project, engine)
  }

  private func remove(_ list: [String], _ removal: [String], _ project: String, _ engine: TestEngine) {
    for id in found(list, project, engine) { _ = try? run(removal + [id], engine) }
  }

  /// What bears the project's label, or its name.
  private func found(_ list: [String], _ project: String, _ engine: TestEngine) -> Set<String> {
    let filters = ["name=\(project)-", "label=com.docker.compose.project=\(project)"]
    return Set(
      filters.flatMap { filter in
        ((try? run(list + ["--filter", filter], engine)) ?? "").split(whereSeparator: \.isNewline).map(
          String.init)
      })
  }
}
