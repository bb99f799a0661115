import ComposeFile
import EngineModel

/// Compares the definition of services with the containers that run them, key by key, the way Compose translates the
/// one into the other. What neither Compose nor the engine records in a container is not compared: `platform`,
/// `links`, `annotations`, hooks, and defaults of the engine where the definition is silent.
package struct DefinitionComparison: Sendable {
  let project: String
  let resources: ProjectResources
  let images: [ImageID: ImageFacts]
  /// The service of each container of the project, one-off ones left out.
  let services: [ContainerID: String]
  let projectNetworks: Set<String>
  /// The ids of the engine's networks by name.
  let networkIDs: [String: String]
  /// The names of all containers of the engine; nil where it was not asked.
  let containerNames: [ContainerID: String]?
  let defaultLogDriver: String?
  /// The options that all containers with a log driver have, by driver: those that the engine may have set.
  let logOptions: [String: Set<String>]

  /// A comparison of a project with what runs of it.
  package init(project: ComposeProject, running: RunningStack) {
    self.project = project.name
    resources = ProjectResources(project.model)
    images = Dictionary(running.images.map { ($0.id, $0) }) { first, _ in first }
    let replicas = running.containers.filter { !$0.compose.isOneOff }
    services = Dictionary(
      replicas.compactMap { container in container.compose.service.map { (container.id, $0.rawValue) } }
    ) { first, _ in first }
    projectNetworks = Set(running.networks.filter { $0.project?.rawValue == project.name }.map(\.name))
    networkIDs = Dictionary(running.networks.map { ($0.name, $0.id.rawValue) }) { first, _ in first }
    containerNames = running.containerNames
    defaultLogDriver = running.defaultLogDriver
    logOptions = Dictionary(
      running.containers.map { container in
        let log = container.document["HostConfig"]["LogConfig"]
        return (log["Type"].string ?? "", Set(log["Config"].members.map(\.key)))
      }
    ) { $0.intersection($1) }
  }

  /// What differs, one reason a difference, the most telling first; a reason that is not certain may have another
  /// cause, such as a default of the engine.
  package func reasons(of service: ComposeService, in container: ContainerDetails) -> [PlanReason] {
    let pair = ComparedPair(
      service: service, container: container, image: images[container.imageID], frame: self)
    return Self.aspects.flatMap { $0(pair) }
  }

  /// What differs, but does not show in what the container does: an explanation where Compose's hash differs.
  func explanations(of service: ComposeService, in container: ContainerDetails) -> [PlanReason] {
    guard ComposeMaker(container) == .second else { return [] }
    let before = container.compose.dependencies.map {
      "\($0.service) \($0.condition)\($0.restarts ? " restart" : "")"
    }
    let after = service.dependencies.map {
      "\($0.service) \($0.condition)\($0.restarts ? " restart" : "")"
    }
    return Differences.items("depends_on", before, after)
  }

  /// The networks that the container is not in, and the volumes that it does not have: Compose from 2.31 on makes it
  /// anew even where its definition is the same. What it has beside them is no reason.
  func lostResources(of service: ComposeService, in container: ContainerDetails) -> [PlanReason] {
    let pair = ComparedPair(
      service: service, container: container, image: images[container.imageID], frame: self)
    return pair.lostNetworks() + pair.lostVolumes()
  }

  /// The namespaces of containers that are gone, by the key that shares them.
  func lostContainers(
    of service: ComposeService, in container: ContainerDetails
  ) -> [(key: String, id: ContainerID)] {
    guard !service.sharedContainers.isEmpty else { return [] }
    let pair = ComparedPair(
      service: service, container: container, image: images[container.imageID], frame: self)
    return pair.lostContainers()
  }

  /// Every part of a definition that is compared, in the order in which the reasons come.
  private static let aspects: [@Sendable (ComparedPair) -> [PlanReason]] = [
    { $0.imageName() }, { $0.command() }, { $0.environment() }, { $0.ports() }, { $0.mounts() },
    { $0.temporaryFileSystems() }, { $0.volumesFrom() }, { $0.networks() }, { $0.process() },
    { $0.restart() }, { $0.limits() }, { $0.processorLimits() }, { $0.healthCheck() }, { $0.labels() },
    { $0.names() }, { $0.lookups() }, { $0.rights() }, { $0.namespaces() }, { $0.devices() },
    { $0.kernel() }, { $0.logging() }, { $0.containerName() },
  ]
}

/// The names that the engine has for the networks, volumes, secrets and configs of a project.
struct ProjectResources: Sendable {
  let networks: ComposeMap
  let volumes: ComposeMap
  let secrets: ComposeMap
  let configs: ComposeMap

  init(_ model: ComposeMap) {
    networks = model["networks"]?.map ?? ComposeMap()
    volumes = model["volumes"]?.map ?? ComposeMap()
    secrets = model["secrets"]?.map ?? ComposeMap()
    configs = model["configs"]?.map ?? ComposeMap()
  }

  /// The engine's name for a network that the files call `key`.
  func network(_ key: String) -> String { networks[key]?["name"]?.text ?? key }

  /// The engine's name for a volume that the files call `key`.
  func volume(_ key: String) -> String { volumes[key]?["name"]?.text ?? key }
}

/// A service beside one of its containers.
struct ComparedPair {
  let service: ComposeService
  let container: ContainerDetails
  /// The image that the container was made from; nil where it is not known.
  let image: ImageFacts?
  let frame: DefinitionComparison

  /// A key of the service.
  subscript(key: String) -> ComposeNode? { service.node[key] }

  var config: JSONValue { container.document["Config"] }
  var host: JSONValue { container.document["HostConfig"] }
  var maker: ComposeMaker { ComposeMaker(container) }

  /// The texts of a list of the service.
  func texts(_ key: String) -> [String] { (self[key]?.list ?? []).compactMap(\.spelled) }

  /// A number of the service, however it is written.
  func number(_ key: String) -> Int? { self[key]?.wholeNumber }
}

extension ComposeNode {
  /// The scalar as a whole number; sizes are texts in a resolved model.
  var wholeNumber: Int? { integer ?? spelled.flatMap { Int($0) } }

  /// The pairs of a mapping as texts; what has no value is left out.
  var pairs: [String: String] {
    Dictionary((map?.entries ?? []).compactMap { entry in entry.value.spelled.map { (entry.key, $0) } }) {
      $1
    }
  }
}
