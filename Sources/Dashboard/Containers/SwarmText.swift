import EngineModel

/// Containers of a Swarm's tasks, in words.
enum SwarmText {
  /// What to know before containers of a swarm's tasks are ended or removed: the swarm puts others in the place of those
  /// that live. Nil where none of them does.
  static func warning(_ targets: [ContainerTarget], _ state: SharedState) -> String? {
    let services = targets.compactMap { target -> String? in
      let container = state.engines[target.engine].facts.containers[target.id]
      return container?.isAlive == true ? container?.swarm?.service : nil
    }
    guard let first = services.first else { return nil }
    if targets.count == 1 { return "It belongs to the swarm service \(first): the swarm replaces it" }
    let names = Set(services).sorted().joined(separator: ", ")
    let verb = services.count == 1 ? "belongs" : "belong"
    return "\(services.count) of them \(verb) to swarm services (\(names)): the swarm replaces them"
  }
}

extension ContainerSummary {
  /// The Compose project, or what of a Swarm it is part of; nil where it stands alone.
  var shownStack: String? {
    if let project { return project.rawValue }
    return swarm.map { $0.stack.map { "swarm:\($0)" } ?? "swarm" }
  }
}
