/// What stands on a simulated host when its engine starts.
package struct Population: Sendable {
  /// The containers, in any order.
  package var containers: [SimulatedContainer]
  /// The images; those that containers name are added.
  package var images: [SimulatedImage]
  /// The volumes; those that containers mount are added.
  package var volumes: [SimulatedVolume]
  /// The networks beside `bridge`, `host` and `none`; those that containers name are added.
  package var networks: [SimulatedNetwork]

  /// A host with these things on it.
  package init(
    containers: [SimulatedContainer] = [], images: [SimulatedImage] = [], volumes: [SimulatedVolume] = [],
    networks: [SimulatedNetwork] = []
  ) {
    self.containers = containers
    self.images = images
    self.volumes = volumes
    self.networks = networks
  }

  /// A host with nothing on it but the engine's own three networks.
  package static let empty = Population()
}
