/// What a Swarm writes into the labels of its tasks' containers (`com.docker.swarm.…`).
public struct SwarmLabels: Hashable, Sendable {
  /// The service's name: "web", or "shop_web" in a stack.
  public let service: String
  /// The task's name: "web.1.wuvr2amsohp2…"; of a global service the node's id stands in place of the number.
  public let task: String
  /// The id of the node that the task was given to.
  public let node: String
  /// The stack that the service was deployed with (`com.docker.stack.namespace`); nil for services without one.
  public let stack: String?

  /// Reads the labels of a container; nil where no swarm made it.
  public init?(_ labels: [String: String]) {
    let prefix = "com.docker.swarm."
    guard labels[prefix + "task.id"]?.isEmpty == false, let service = labels[prefix + "service.name"] else {
      return nil
    }
    self.service = service
    task = labels[prefix + "task.name"] ?? ""
    node = labels[prefix + "node.id"] ?? ""
    stack = labels["com.docker.stack.namespace"].flatMap { $0.isEmpty ? nil : $0 }
  }
}
