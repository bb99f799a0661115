import ComposeFile
import EngineModel
import FoundationEssentials
import StackPlanning
import TestSupport

/// The project in Fixtures/shop with what an engine told of it after a Compose had brought it up
/// (Tests/StackPlanningTests/record-stack.py).
struct RecordedStack {
  /// The Compose: 1 or 2.
  let generation: Int
  var running: RunningStack
  /// What that Compose prints for `config --hash '*'` while nothing has changed.
  let hashes: [String: String]
  let composeVersion: String

  init(_ generation: Int) throws {
    self.generation = generation
    let document = try JSONValue(json: Array(Fixture.text("compose-\(generation).json").utf8))
    hashes = document["hashes"].dictionary
    composeVersion = document["compose"].string ?? ""
    running = RunningStack(
      containers: document["containers"].elements.compactMap { ContainerDetails($0) },
      images: document["images"].elements.compactMap { ImageFacts($0) },
      networks: document["networks"].elements.compactMap { NetworkSummary($0) },
      volumes: document["volumes"].elements.compactMap { VolumeSummary($0) },
      defaultLogDriver: "json-file")
  }

  /// What a plan says of the project with changes in its file.
  func plan(_ change: RecordedChange? = nil) throws -> StackPlan {
    StackPlan.make(project: try Fixture.project(change), running: running)
  }

  func container(_ name: String) throws -> ContainerDetails {
    guard let found = running.replicas(of: name).first else { throw Fixture.Missing(name: name) }
    return found
  }
}

/// One change of the file, and what comes of it.
struct RecordedChange: Decodable, Sendable, CustomStringConvertible {
  var service: String
  var reasons: [String]
  var set: [String]?
  var remove: [String]?
  /// The only Compose that it means something to.
  var only: Int?
  var action: String?

  var description: String { ((set ?? []) + (remove ?? []).map { "without \($0)" }).joined(separator: ", ") }

  static let all: [RecordedChange] =
    (try? JSONDecoder().decode([RecordedChange].self, from: Data(Fixture.text("changes.json").utf8))) ?? []
}

enum Fixture {
  struct Missing: Error {
    var name: String
  }

  static func text(_ name: String) throws -> String {
    try Checkout.text(of: "Tests/StackPlanningTests/Fixtures/" + name)
  }

  /// The project, its file changed.
  static func project(_ change: RecordedChange? = nil) throws -> ComposeProject {
    try project(changed(text("shop/compose.yaml"), change))
  }

  /// A project of a text, with the files beside it.
  static func project(_ text: String, profiles: [String] = []) throws -> ComposeProject {
    var files = ["/srv/shop/compose.yaml": text]
    for name in ["web.env", "token.txt", "motd.txt"] {
      files["/srv/shop/" + name] = try Self.text("shop/" + name)
    }
    return try ComposeProject.load(
      ComposeRequest(name: "shop", profiles: profiles, directory: "/srv/shop", environment: [:]),
      from: .inMemory(files))
  }

  private static func changed(_ text: String, _ change: RecordedChange?) throws -> String {
    var edited = try ComposeText(text)
    for setting in change?.set ?? [] {
      let halves = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let path = try path(String(halves[0]))
      // The recordings say null for a value that is not there, which nobody can type.
      let value = halves[1] == "null" ? .null : edited.content(of: String(halves[1]), at: path)
      edited = try edited.applying(.set(path, value))
    }
    for place in change?.remove ?? [] { edited = try edited.applying(.remove(try path(place))) }
    return edited.text
  }

  private static func path(_ text: String) throws -> ComposePath {
    guard let path = ComposePath(text) else { throw Missing(name: text) }
    return path
  }
}
