import ComposeFile
import EngineModel

extension EngineState {
  /// What a service waits for: as its files say where they can be read, else as its containers' labels tell.
  func dependencies(of service: ServiceName, in key: ProjectKey) -> [ComposeLabels.Dependency] {
    if let written = stacks.readings[key]?.project?.services.first(where: { $0.name == service.rawValue }) {
      return written.dependencies.map {
        ComposeLabels.Dependency(
          service: ServiceName($0.service), condition: $0.condition, restarts: $0.restarts)
      }
    }
    let replicas = facts.projects[key]?.services[service] ?? []
    return replicas.first.flatMap { facts.containers[$0]?.compose.dependencies } ?? []
  }

  /// Services with all that they wait for, directly or not.
  func neededServices(of names: Set<String>, in key: ProjectKey) -> Set<String> {
    var found = names
    var open = Array(names)
    while let name = open.popLast() {
      for need in dependencies(of: ServiceName(name), in: key)
      where found.insert(need.service.rawValue).inserted {
        open.append(need.service.rawValue)
      }
    }
    return found
  }
}
