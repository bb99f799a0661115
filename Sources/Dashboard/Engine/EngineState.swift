import EngineModel
import Troubles

/// What davit knows of one engine. No view state is in it, and no feature: what a user sees is made of this.
package struct EngineState: Sendable, Equatable, Identifiable {
  package let id: EngineID
  /// What the header calls it: a host or context name.
  package let name: String
  /// The host that published ports are reached at.
  package let host: String
  /// Whether it runs on this machine, as the way to it tells: then its published ports, and the files of its
  /// stacks, are here too.
  package let isLocal: Bool
  /// Whether it answers.
  package internal(set) var connection = ConnectionState.connecting
  /// For how long a lost engine has said nothing; nil while it is live, and before that is known.
  var absence: Absence?
  /// Whether it can never be reached in the way that was named: davit does not go on trying.
  var isUnusable = false
  /// What it said of its resources.
  package internal(set) var facts: EngineFacts
  var stats = StatsFacts()
  var documents = Documents()
  var processes = ProcessesState()
  var files = FilesFacts()
  var contents = ContentsFacts()
  /// What registries have under the tags of its images.
  var registries = RegistryFacts()
  var stacks = StackFacts()
  /// What takes the disk, as it was measured last.
  var disk = DiskFacts()
  /// What has happened on it since davit was started.
  var seen = SeenEvents()
  /// What was searched for in its logs last, and what was found.
  var search = LogSearchFacts()
  /// How the runs of containers have ended.
  var runs = RunLog()
  var restarts = RestartCounts()
  /// What the container that is asked about has been through.
  var history = HistoryState()
  /// Every stack that is known.
  var stackList = StackList()
  /// What davit has asked of it, oldest first.
  var jobs = JobLog()

  /// An engine that has said nothing yet.
  package init(
    id: EngineID = .first, name: String = "local", host: String = "localhost", isLocal: Bool = true
  ) {
    self.id = id
    self.name = name
    self.host = host
    self.isLocal = isLocal
    facts = EngineFacts(of: id)
  }

  /// Whether the engine has ever answered: then what is on the screen is stale, else there is nothing to show.
  var hasAnswered: Bool { facts.version != nil || !facts.containers.isEmpty }

  /// Why there is nothing to show at all; nil once the engine has answered.
  var startTrouble: Trouble? {
    guard case .lost(let trouble) = connection, !hasAnswered else { return nil }
    return trouble
  }

  /// The name of a container, or its short id when it is no longer known.
  func containerName(_ id: ContainerID) -> String { facts.containers[id]?.name ?? id.short }

  /// The name of a container within its stack: `api-1` of `shop-api-1`.
  func shortName(_ id: ContainerID) -> String {
    let name = containerName(id)
    guard let project = facts.containers[id]?.compose.project?.rawValue,
      name.hasPrefix(project), name.count > project.count + 1
    else { return name }
    return String(name.dropFirst(project.count + 1))
  }

  /// Grows with everything that rows are made of, the figures of use aside.
  var revision: Int { facts.revision &+ stacks.revision &+ registries.revision }
}
