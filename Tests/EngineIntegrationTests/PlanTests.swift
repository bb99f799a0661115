import FoundationEssentials
import TerminalHarness
import TestSupport
import Testing

/// `davit compose plan` against stacks that each Compose really made: nothing differs by itself, and every change of a
/// key is told as what it is. Compose's own hashes are the oracle.
@Suite(.serialized, .onRealEngine) struct PlanTests {
  /// One change of the file (Tests/StackPlanningTests/Fixtures/changes.json).
  private struct Change: Decodable {
    var service: String
    var reasons: [String]
    var set: [String]?
    var remove: [String]?
    var only: Int?
    var action: String?
  }

  private struct Plan: Decodable {
    struct Reason: Decodable {
      var text: String
      var isCertain: Bool
    }
    struct Service: Decodable {
      var name: String
      var action: String
      var reasons: [Reason]
    }
    var isInSync: Bool
    var services: [Service]
    var notes: [String]
  }

  private static let fixtures = Checkout.path("Tests/StackPlanningTests/Fixtures/")

  @Test(arguments: InstalledCompose.found)
  func everyChangeIsToldAsWhatItIs(compose: InstalledCompose) throws {
    let text = try String(contentsOf: URL(filePath: Self.fixtures + "shop/compose.yaml"), encoding: .utf8)
    let stack = try StackFolder("shop", text, compose)
    for name in ["web.env", "token.txt", "motd.txt"] {
      try Data(contentsOf: URL(filePath: Self.fixtures + "shop/" + name)).write(
        to: URL(filePath: stack.path + "/" + name))
    }
    try stack.engine.makeShopImages()
    try stack.up()
    for arguments in [[], ["--no-hash"]] {
      let plan = try plan(stack, arguments)
      #expect(plan.isInSync, "\(plan)")
      #expect(plan.services.flatMap(\.reasons).filter(\.isCertain).map(\.text) == [])
    }
    let changes = try JSONDecoder().decode(
      [Change].self, from: Data(contentsOf: URL(filePath: Self.fixtures + "changes.json")))
    // A value that is not there cannot be typed: those changes are tried on recordings alone.
    let typed = changes.filter { !($0.set ?? []).contains { $0.hasSuffix("=null") } }
    for change in typed where change.only ?? 0 != (compose.isPlugin ? 1 : 2) {
      try stack.write(text)
      try apply(change, to: stack)
      let service = try #require(try plan(stack, ["--no-hash"]).services.first { $0.name == change.service })
      let wanted = change.reasons.map {
        $0.split(separator: "shop-WEB").count > 1 ? "container_name \(stack.name("web")) → webby" : $0
      }
      let folder = { (text: String) in text.split(separator: "/srv/shop").joined(separator: stack.path) }
      #expect(service.reasons.map(\.text) == wanted.map { $0.contains("/srv/shop") ? folder($0) : $0 })
      #expect(service.action == change.action ?? "recreate")
    }
    try stack.write(text)
  }

  @Test(arguments: InstalledCompose.found)
  func theHashesOfComposeDecide(compose: InstalledCompose) throws {
    let stack = try StackFolder(
      "hashed", "services: {a: {image: 'busybox:test', command: sleep 1000, stop_grace_period: 1s}}\n",
      compose)
    try stack.up()
    #expect(try plan(stack, []).isInSync)
    // What has no effect on the container, but on the hash.
    try stack.write(
      "services: {a: {image: 'busybox:test', command: sleep 1000, stop_grace_period: 1s, links: [b]}, "
        + "b: {image: 'busybox:test', command: sleep 1000}}\n")
    let changed = try #require(try plan(stack, []).services.first { $0.name == "a" })
    #expect(changed.action == "recreate")
    #expect(changed.reasons.count == 1)
  }

  @Test func everyExitCodeIsWhatIsDocumented() throws {
    let stack = try StackFolder(
      "coded", "services: {a: {image: 'busybox:test', command: sleep 1000, stop_signal: SIGKILL}}\n",
      InstalledCompose.found[0])
    try stack.up()
    let words = [
      "compose", "plan", "--exit-code", "-p", stack.project, "-f", stack.file, "-H", stack.engine.address,
    ]
    func end(_ words: [String]) throws -> CapturedProgram {
      try CapturedProgram.run(
        BuiltPrograms.davit, words, environment: stack.compose.environment, within: .seconds(60))
    }
    #expect(try end(words).end == .exit(0))
    try stack.write("services: {a: {image: 'busybox:test', command: sleep 2000, stop_signal: SIGKILL}}\n")
    let differs = try end(words)
    #expect(differs.end == .exit(4) && differs.errors == "" && differs.output.hasPrefix("~ recreate a"))
    #expect(try end(words + ["--json"]).end == .exit(4))
    #expect(try end(words.filter { $0 != "--exit-code" }).end == .exit(0))
    #expect(try end(words + ["--no-such-flag"]).end == .exit(2))
    #expect(try end(Array(words.dropLast()) + ["unix:///nonexistent/docker.sock"]).end == .exit(3))
    try stack.write("services: {a: {imge: x}}\n")
    #expect(try end(words).end == .exit(1))
    try stack.write("services: {a: {image: 'busybox:test', command: sleep 1000, stop_signal: SIGKILL}}\n")
  }

  private func plan(_ stack: StackFolder, _ arguments: [String]) throws -> Plan {
    let words = [
      "compose", "plan", "--json", "-p", stack.project, "-f", stack.file, "-H", stack.engine.address,
    ]
    let result = try CapturedProgram.run(
      BuiltPrograms.davit, words + arguments, environment: stack.compose.environment, within: .seconds(60))
    try #require(result.end == .exit(0), "\(result.errors)")
    return try JSONDecoder().decode(Plan.self, from: Data(result.output.utf8))
  }

  private func apply(_ change: Change, to stack: StackFolder) throws {
    let removals = (change.remove ?? []).flatMap { ["--remove", $0] }
    let result = try CapturedProgram.run(
      BuiltPrograms.davit, ["compose", "set", "-f", stack.file] + removals + ["--"] + (change.set ?? []))
    try #require(result.end == .exit(0), "\(result.errors)")
  }
}
