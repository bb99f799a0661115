/// A resolved service, with what others ask of it most; the rest is in `node`.
public struct ComposeService: Sendable, Identifiable {
  /// The service's name.
  public let name: String
  /// The service as `docker compose config` prints it.
  public let node: ComposeNode
  /// Where its name is written; nil where no file says it.
  public let mark: ComposeMark?

  /// The service's name.
  public var id: String { name }

  /// The image; nil where it is only built.
  public var image: String? { node["image"]?.text }

  /// The directory or address that the image is built from; nil where it is not built.
  public var buildContext: String? { node["build"]?["context"]?.text }

  /// The container's name; nil where Compose makes one.
  public var containerName: String? { node["container_name"]?.text }

  /// How many containers run: those of `deploy.replicas` or `scale`, else 1.
  public var replicas: Int { node["deploy"]?["replicas"]?.integer ?? node["scale"]?.integer ?? 1 }

  /// The profiles that activate it; empty where it always is active.
  public var profiles: [String] { (node["profiles"]?.list ?? []).compactMap(\.text) }

  /// The variables, nil for one that is named without a value.
  public var environment: [String: String?] {
    Dictionary(
      uniqueKeysWithValues: (node["environment"]?.map?.entries ?? []).map { ($0.key, $0.value.text) })
  }

  /// The networks that it attaches to, sorted.
  public var networks: [String] { node["networks"]?.map?.keys ?? [] }

  /// Whether it has a health check of its own that is not switched off.
  public var hasHealthCheck: Bool {
    guard let check = node["healthcheck"], check["disable"]?.bool != true else { return false }
    return check["test"]?.list?.first?.text != "NONE"
  }

  /// One service that this one waits for.
  public struct Dependency: Sendable, Hashable {
    /// The other service.
    public let service: String
    /// `service_started`, `service_healthy` or `service_completed_successfully`.
    public let condition: String
    /// Whether this one cannot start without it.
    public let isRequired: Bool
    /// Whether this one is started again after the other one was.
    public let restarts: Bool
  }

  /// What it waits for, by name.
  public var dependencies: [Dependency] {
    (node["depends_on"]?.map?.entries ?? []).map { entry in
      Dependency(
        service: entry.key, condition: entry.value["condition"]?.text ?? "service_started",
        isRequired: entry.value["required"]?.bool ?? true, restarts: entry.value["restart"]?.bool ?? false)
    }
  }
}

extension ComposeProject {
  /// The active services, by name.
  public var services: [ComposeService] {
    (model["services"]?.map?.entries ?? []).map { entry in
      ComposeService(name: entry.key, node: entry.value, mark: entry.keyMark)
    }
  }

  /// The active services in the order in which they can start: each behind what it waits for
  /// (circles are rejected while the project is read).
  public var startOrder: [String] {
    let services = services
    let known = Set(services.map(\.name))
    var missing: [String: Int] = [:]
    var dependents: [String: [String]] = [:]
    for service in services {
      let needs = Set(service.dependencies.map(\.service)).intersection(known)
      missing[service.name] = needs.count
      for need in needs { dependents[need, default: []].append(service.name) }
    }
    var order = services.map(\.name).filter { missing[$0] == 0 }
    var next = 0
    while next < order.count {
      for dependent in (dependents[order[next]] ?? []).sorted() {
        missing[dependent, default: 1] -= 1
        if missing[dependent] == 0 { order.append(dependent) }
      }
      next += 1
    }
    return order
  }
}
