import ComposeFile
import Dashboard
import EngineClient
import EngineModel
import StackPlanning

/// Works out what bringing a stack up would do. The one way to a plan: the Plan tab, the review of an edit and
/// `davit compose plan` all come here, so that none of them contradicts another.
package final class StackPlanner: Sendable {
  let client: EngineClient
  /// The engine's lists, which the dashboard reads anyway.
  let inventory: EngineInventory
  private let running: RunningStackReader
  private let hashes = ComposeHashes()

  init(client: EngineClient, inventory: EngineInventory) {
    self.client = client
    self.inventory = inventory
    running = RunningStackReader(client: client)
  }

  /// A planner of its own, which reads for itself what it needs.
  package convenience init(client: EngineClient) { self.init(client: client, inventory: EngineInventory()) }

  /// Forgets what was read of these containers.
  func forget(_ members: [StackWatch.Member]) async { await running.forget(members) }

  /// What runs of a project whose containers are known; nil where the engine does not answer, or its lists are not there
  /// yet.
  func stack(_ project: ComposeProject, _ members: [StackWatch.Member]) async -> RunningStack? {
    try? await running.read(members, of: project, lists: inventory.lists)
  }

  /// The plan of a text that is to be written, as the plan of the files will be: Compose is asked for the hashes of the
  /// text. Lists that are not there yet are read.
  func plan(
    writing project: ComposeProject, _ change: FileChange, with program: ComposeProgram?,
    _ environment: [String: String]
  ) async throws(EngineError) -> StackPlan {
    try await inventory.complete(from: client)
    let members = try await self.members(of: project, in: change.source.directory)
    let stack = try await running.read(members, of: project, lists: inventory.lists)
    var answer: ComposeAnswer?
    if let program, !members.isEmpty {
      answer = await hashes.read(
        change.source, writing: change.text, at: change.path, HashOverride(project: project, running: stack),
        with: program, environment: variables(environment))
    }
    return Self.plan(project, stack, answer).scaled(to: change.scale)
  }

  /// The plan of a project on disk, with the hashes of the Compose that is there where `environment` is given.
  package func plan(
    _ project: ComposeProject, of source: StackSource, asking environment: [String: String]?
  ) async throws(EngineError) -> StackPlan {
    try await inventory.complete(from: client)
    let members = try await self.members(of: project, in: nil)
    let stack = try await running.read(members, of: project, lists: inventory.lists)
    var answer: ComposeAnswer?
    if let environment, let program = await ComposeSearch(environment: environment).find() {
      answer = await hashes.read(
        source, HashOverride(project: project, running: stack), with: program,
        environment: variables(environment))
    }
    return Self.plan(project, stack, answer)
  }

  /// Compose's hashes of a stack that was read before; nil where they were not asked for yet.
  func knownAnswer(_ files: StackFilesReading, _ override: HashOverride) async -> ComposeAnswer?? {
    await hashes.known(for: files, override)
  }

  /// Compose's hashes of a stack: asked for once for each state of its files and of the containers that are shared.
  func answer(
    _ files: StackFilesReading, _ override: HashOverride, with program: ComposeProgram,
    _ environment: [String: String]
  ) async -> ComposeAnswer? {
    await hashes.read(files, override, with: program, environment: variables(environment))
  }

  /// The variables that Compose is run with.
  private func variables(_ environment: [String: String]) -> [String: String] {
    ComposeEnvironment.variables(environment, engine: client.address)
  }

  /// The plan of a project; Compose's own hashes decide where they are given.
  static func plan(_ project: ComposeProject, _ stack: RunningStack, _ answer: ComposeAnswer?) -> StackPlan {
    var stack = stack
    stack.composeVersion = answer?.version
    stack.composeHashes = answer?.hashes
    stack.exactHashes = answer?.exact ?? []
    return StackPlan.make(project: project, running: stack)
  }

  /// The containers of a project; where a folder is given, those that were made in another one are left out.
  private func members(
    of project: ComposeProject, in folder: String?
  ) async throws(EngineError) -> [StackWatch.Member] {
    try await client.containers().filter { container in
      container.project?.rawValue == project.name
        && (folder.map { container.compose.workingDirectory ?? $0 == $0 } ?? true)
    }
    .sorted { $0.name < $1.name }
    .map {
      StackWatch.Member(id: $0.id.rawValue, isRunning: [.running, .paused, .restarting].contains($0.state))
    }
  }
}

/// What Compose says of a stack: its hashes of the services' definitions.
struct ComposeAnswer: Sendable, Equatable {
  /// The Compose that was asked.
  let version: String
  /// By service; nil where it does not tell.
  let hashes: [String: String]?
  /// The services whose hash is the one that `up` compares, whatever they read and share.
  var exact: Set<String> = []
}
