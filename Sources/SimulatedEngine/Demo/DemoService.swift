/// A service of a Compose project on the demo host.
struct DemoService {
  var name: String
  var image: String
  var replicas = 1
  var command: [String]
  var environment: [String] = []
  var ports: [SimulatedContainer.Port] = []
  /// Volumes by the name in the Compose file, or host folders.
  var mounts: [SimulatedContainer.Mount] = []
  var health: String?
  var dependsOn = ""
  var usage: UsagePattern
  var log: LogPattern
  var memoryLimit: Int64 = 0
  var stopTime: Duration = .milliseconds(300)
  var temper: SimulatedContainer.Temper = .steady
  var labels: [String: String] = [:]
}

/// A Compose project on the demo host.
struct DemoProject {
  var name: String
  /// The copy's number; 1 is the project itself. Copies publish no ports and live quietly.
  var copy = 1
  var services: [DemoService]
  var age: Duration
  /// The folder that holds the projects' folders.
  var root = "/srv"

  var fullName: String { copy == 1 ? name : "\(name)-\(copy)" }
  var folder: String { "\(root)/\(fullName)" }

  /// The same project in another folder.
  func placed(in root: String) -> DemoProject {
    var project = self
    project.root = root
    return project
  }

  /// The containers of all services, as `docker compose up` makes them.
  func containers() -> [SimulatedContainer] {
    services.flatMap { service in (1...service.replicas).map { container(service, number: $0) } }
  }

  /// The volumes of all services.
  func volumes() -> [SimulatedVolume] {
    services.flatMap(\.mounts).filter { !$0.isBind }.map { mount in
      let labels = [
        "com.docker.compose.project": fullName, "com.docker.compose.volume": mount.source,
        "com.docker.compose.version": DemoProject.composeVersion,
        "com.docker.compose.config-hash": hexadecimal("volume \(mount.source)"),
      ]
      let size = Int64(stableHash(fullName + mount.source) % 4_000) * 1_048_576
      return SimulatedVolume("\(fullName)_\(mount.source)", labels: labels, size: size, age: age)
    }
  }

  /// The project's own network.
  var network: SimulatedNetwork {
    SimulatedNetwork(
      fullName + "_default",
      labels: [
        "com.docker.compose.project": fullName, "com.docker.compose.network": "default",
        "com.docker.compose.version": DemoProject.composeVersion,
        "com.docker.compose.config-hash": hexadecimal("network " + fullName),
      ])
  }

  static let composeVersion = "2.36.2"

  private func container(_ service: DemoService, number: Int) -> SimulatedContainer {
    let chance = stableHash("\(fullName) \(service.name) \(number)")
    var container = SimulatedContainer(
      name: "\(fullName)-\(service.name)-\(number)", image: service.image, command: service.command)
    container.labels = labels(service, number: number)
    container.environment = service.environment
    container.ports = service.ports.map { copy == 1 ? $0 : .init($0.inside, transport: $0.transport) }
    container.mounts = service.mounts.map { mount in
      mount.isBind
        ? mount : .init("\(fullName)_\(mount.source)", at: mount.destination, isReadOnly: mount.isReadOnly)
    }
    container.networks = [fullName + "_default"]
    container.health = service.health.map { SimulatedContainer.HealthCheck($0) }
    container.restartPolicy = "unless-stopped"
    container.age = age + .seconds(Int(chance % 60))
    container.uptime = min(age, .seconds(600 + Int(chance >> 8 % 40_000)))
    container.usage = service.usage.varied(by: chance)
    container.log = service.log
    container.memoryLimit = service.memoryLimit
    container.stopTime = service.stopTime
    container.temper = copy == 1 ? service.temper : .steady
    if copy > 1, chance % 9 == 0 { container.state = .exited(code: chance % 2 == 0 ? 0 : 1) }
    return container
  }

  private func labels(_ service: DemoService, number: Int) -> [String: String] {
    let own = [
      "com.docker.compose.project": fullName, "com.docker.compose.service": service.name,
      "com.docker.compose.container-number": String(number), "com.docker.compose.oneoff": "False",
      "com.docker.compose.config-hash": hexadecimal("config \(fullName) \(service.name)"),
      "com.docker.compose.project.config_files": folder + "/compose.yaml",
      "com.docker.compose.project.working_dir": folder, "com.docker.compose.depends_on": service.dependsOn,
      "com.docker.compose.version": DemoProject.composeVersion,
      "com.docker.compose.image": "sha256:" + hexadecimal("image " + service.image),
    ]
    return own.merging(service.labels) { $1 }
  }
}

extension UsagePattern {
  /// The same pattern, up to a third more or less of everything.
  func varied(by chance: UInt64) -> UsagePattern {
    let factor = 0.7 + Double(chance % 1000) / 1000 * 0.6
    var result = self
    result.cpu *= factor
    result.peak *= factor
    result.memory *= factor
    result.received *= factor
    result.sent *= factor
    return result
  }
}
