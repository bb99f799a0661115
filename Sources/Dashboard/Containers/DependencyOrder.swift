import EngineModel

/// The order in which the containers of stacks start, since the engine knows nothing of it: each behind what its
/// service waits for.
struct DependencyOrder: Sendable, Equatable {
  /// What a container has to be before those that wait for it may start.
  struct Condition: Sendable, Hashable {
    let container: ContainerID
    let readiness: Readiness
  }

  /// The containers, those of a wave side by side.
  private(set) var waves: [[ContainerID]] = []
  /// What has to be so after each wave, before the next begins.
  private(set) var conditions: [Set<Condition>] = []

  /// Whether any container has to wait for another.
  var isOrdered: Bool { waves.count > 1 }

  private struct Service: Hashable {
    let project: ProjectKey
    let name: ServiceName
  }

  /// Orders containers by what their services wait for; those of no stack do not wait.
  init(_ ids: [ContainerID], on engine: EngineState) {
    var services: [ContainerID: Service] = [:]
    var members: [Service: [ContainerID]] = [:]
    for id in ids {
      guard let container = engine.facts.containers[id],
        let key = container.projectKey(on: engine.id),
        let name = container.service, !container.isOneOff
      else { continue }
      let service = Service(project: key, name: name)
      services[id] = service
      members[service, default: []].append(id)
    }
    let needs = members.keys.reduce(into: [Service: [ComposeLabels.Dependency]]()) { needs, service in
      needs[service] = engine.dependencies(of: service.name, in: service.project).filter {
        members[Service(project: service.project, name: $0.service)] != nil
      }
    }
    let levels = Self.levels(needs)
    for id in ids {
      let level = services[id].flatMap { levels[$0] } ?? 0
      while waves.count <= level { waves.append([]) }
      waves[level].append(id)
    }
    waves.removeAll(where: \.isEmpty)
    conditions = waves.map { _ in [] }
    for (service, needs) in needs {
      for need in needs {
        guard let readiness = Readiness(condition: need.condition) else { continue }
        for id in members[Service(project: service.project, name: need.service)] ?? [] {
          guard let wave = waves.firstIndex(where: { $0.contains(id) }) else { continue }
          conditions[wave].insert(Condition(container: id, readiness: readiness))
        }
      }
    }
  }

  /// How many services have to start before each: circles, which Compose does not allow, end the search.
  private static func levels(_ needs: [Service: [ComposeLabels.Dependency]]) -> [Service: Int] {
    var levels = needs.mapValues { _ in 0 }
    for _ in 0..<needs.count {
      var hasChanged = false
      for (service, needs) in needs {
        let before = needs.compactMap { levels[Service(project: service.project, name: $0.service)] }.max()
        let level = before.map { $0 + 1 } ?? 0
        if level > levels[service] ?? 0, level <= levels.count {
          levels[service] = level
          hasChanged = true
        }
      }
      if !hasChanged { break }
    }
    return levels
  }
}
