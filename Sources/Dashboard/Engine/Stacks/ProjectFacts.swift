import EngineModel

/// A Compose project on an engine as the engine's labels tell it: the same name in two folders is two projects.
package struct ProjectKey: Hashable, Sendable {
  /// The engine that its containers are on.
  package var engine: EngineID
  package var name: ProjectName
  /// The folder that Compose ran in, from the label; empty where there is none.
  package var folder: String

  /// A project of `name` that was brought up in `folder`.
  package init(name: ProjectName, folder: String, on engine: EngineID = .first) {
    self.engine = engine
    self.name = name
    self.folder = folder
  }
}

/// A Compose project as its containers' labels tell it.
package struct ProjectFacts: Sendable, Equatable {
  /// The services in alphabetical order, each with its replicas by number.
  package var services: [ServiceName: [ContainerID]] = [:]
  /// Containers that `compose run` made: shown, but no replicas of anything.
  package var oneOffs: [ContainerID] = []
  /// All of them, as far as a plan depends on them.
  var members: [StackWatch.Member] = []

  var serviceNames: [ServiceName] { services.keys.sorted { $0.rawValue < $1.rawValue } }
  var containers: [ContainerID] { serviceNames.flatMap { services[$0] ?? [] } + oneOffs }

  /// Groups containers that come sorted by name: services by their label, replicas by their number.
  static func grouped(_ sorted: [ContainerSummary], on engine: EngineID) -> [ProjectKey: ProjectFacts] {
    var projects: [ProjectKey: ProjectFacts] = [:]
    var numbers: [ContainerID: Int] = [:]
    for container in sorted {
      guard let key = container.projectKey(on: engine) else { continue }
      if let service = container.service, !container.isOneOff {
        numbers[container.id] = container.containerNumber ?? 0
        projects[key, default: ProjectFacts()].services[service, default: []].append(container.id)
      } else {
        projects[key, default: ProjectFacts()].oneOffs.append(container.id)
      }
      projects[key]?.members.append(
        StackWatch.Member(id: container.id.rawValue, isRunning: container.isAlive))
    }
    for (key, project) in projects {
      for (service, replicas) in project.services where replicas.count > 1 {
        projects[key]?.services[service] = replicas.sorted {
          numbers[$0, default: 0] < numbers[$1, default: 0]
        }
      }
    }
    return projects
  }
}

extension ContainerSummary {
  /// The project on an engine that this container belongs to; nil for a container of its own.
  func projectKey(on engine: EngineID) -> ProjectKey? {
    project.map { ProjectKey(name: $0, folder: compose.workingDirectory ?? "", on: engine) }
  }
}
