import EngineModel

/// What runs of a project, and what the engine has that the project may use: the other side of a plan.
package struct RunningStack: Sendable, Hashable {
  /// The project's containers (label `com.docker.compose.project`), running or not, one-off ones too.
  package var containers: [ContainerDetails]
  /// The images that the containers were made from and those that the project's services name, as far as they are
  /// there.
  package var images: [ImageFacts]
  /// All networks of the engine.
  package var networks: [NetworkSummary]
  /// All volumes of the engine.
  package var volumes: [VolumeSummary]
  /// What `config --hash '*'` of the Compose that would be run prints, by service; nil where none was asked.
  package var composeHashes: [String: String]?
  /// The services whose printed hash is the very one that `up` compares, although they read environment files or share
  /// namespaces; see ``HashOverride``.
  package var exactHashes: Set<String> = []
  /// The version of that Compose: "1.29.2", "2.26.1"; nil where it is not known.
  package var composeVersion: String?
  /// The log driver of containers that name none (GET /info); nil where the engine was not asked.
  package var defaultLogDriver: String?
  /// The names of all containers of the engine, of the project or not; nil where it was not asked, since no service
  /// shares anything with a container that is called by its name.
  package var containerNames: [ContainerID: String]?

  /// What runs, from its parts.
  package init(
    containers: [ContainerDetails] = [], images: [ImageFacts] = [], networks: [NetworkSummary] = [],
    volumes: [VolumeSummary] = [], composeHashes: [String: String]? = nil, composeVersion: String? = nil,
    defaultLogDriver: String? = nil
  ) {
    self.containers = containers
    self.images = images
    self.networks = networks
    self.volumes = volumes
    self.composeHashes = composeHashes
    self.composeVersion = composeVersion
    self.defaultLogDriver = defaultLogDriver
  }

  /// The containers that are replicas of a service, by number; those of `compose run` are not.
  package func replicas(of service: String) -> [ContainerDetails] {
    containers.filter { $0.compose.service?.rawValue == service && !$0.compose.isOneOff }
      .sorted { ($0.compose.containerNumber ?? 0, $0.name) < ($1.compose.containerNumber ?? 0, $1.name) }
  }

  /// The image of an id.
  package func image(id: ImageID) -> ImageFacts? { images.first { $0.id == id } }

  /// The image that a reference names now: `nginx`, `nginx:1.27`, `docker.io/library/nginx@sha256:…`, an id.
  package func image(named reference: String) -> ImageFacts? {
    let name = ImageReference(reference)
    return images.first { $0.answers(to: name) }
  }
}
