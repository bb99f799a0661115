import EngineModel

/// A further replica of a service, worked out from the container of another one alone: no file is needed.
package struct ReplicaDefinition: Sendable, Hashable {
  /// A further network that the container has to be connected to before it starts.
  package struct Connection: Sendable, Hashable {
    /// The network.
    package var network: NetworkID
    /// Its name.
    package var name: String
    /// The settings of the container's end (`EndpointConfig`).
    package var endpoint: JSONValue

    /// The body of POST /networks/{id}/connect for a container.
    package func body(connecting container: ContainerID) -> JSONValue {
      .object([
        .init(key: "Container", value: .string(container.rawValue)),
        .init(key: "EndpointConfig", value: endpoint),
      ])
    }
  }

  /// The container's name: `shop-web-3`, or `shop_web_3` where the others are called so.
  package var name: String
  /// Its number among the replicas.
  package var number: Int
  /// The body of POST /containers/create; the name goes into the query.
  package var body: JSONValue
  /// The networks beside the first one, in the order of their names.
  package var connections: [Connection]

  /// The replica with a number, as a copy of a container.
  ///
  /// `currentImage` is the image that the container's image name leads to now: where it is another one, the copy is made
  /// from the container's image by its id, so that all replicas are alike.
  package init(copying container: ContainerDetails, number: Int, currentImage: ImageID? = nil) {
    self.number = number
    name = ReplicaName(container)?.name(number) ?? "\(container.name)-\(number)"
    let copy = ContainerCopy(
      container: container, name: name, number: number,
      image: currentImage.map { $0 == container.imageID } ?? true
        ? container.image : container.imageID.rawValue)
    body = copy.body
    connections = copy.connections
  }
}

/// How the replicas of a service are called.
struct ReplicaName: Hashable {
  /// `shop-web-` or `shop_web_`.
  let start: String

  /// The name of a container that Compose named; nil where it has a name of its own.
  init?(_ container: ContainerDetails) {
    guard let project = container.compose.project?.rawValue, let service = container.compose.service?.rawValue
    else { return nil }
    var name = container.name[...]
    // While Compose makes a container anew, the old one has its id before its name.
    if let line = name.firstIndex(of: "_"), name[..<line].utf8.count == 12,
      name[..<line].allSatisfy(\.isHexDigit)
    {
      name = name[name.index(after: line)...]
    }
    for separator in ["-", "_"] {
      let start = "\(project)\(separator)\(service)\(separator)"
      if name.hasPrefix(start), Int(name.dropFirst(start.count)) != nil {
        self.start = start
        return
      }
    }
    return nil
  }

  func name(_ number: Int) -> String { start + String(number) }
}
