extension Population {
  /// A believable host: Compose projects, containers of every state, images, volumes, networks.
  ///
  /// The first 24 containers are the same for every count; more are quieter copies of the projects. `seed` shuffles
  /// which copies come first. Up to 5,000 containers and beyond. The projects' folders are in `root`; `demoFiles` are
  /// what belongs into them.
  package static func demo(containers count: Int = 24, seed: UInt64 = 1, root: String = "/srv") -> Population
  {
    var random = SeededRandom(seed: seed)
    var projects = DemoProject.originals.map { $0.placed(in: root) }
    var containers = projects[0].containers() + SimulatedContainer.loners
    containers += projects.dropFirst().flatMap { $0.containers() }
    var copy = 2
    while containers.count < count {
      let copies = DemoProject.copies(copy).map { $0.placed(in: root) }.shuffled(using: &random)
      projects += copies
      containers += copies.flatMap { $0.containers() }
      copy += 1
    }
    containers = Array(containers.prefix(max(0, count)))
    let named = Set(containers.flatMap(\.networks))
    projects = projects.filter { named.contains($0.network.name) }
    return Population(
      containers: containers, images: SimulatedImage.demo,
      volumes: projects.flatMap { $0.volumes() } + unusedVolumes,
      networks: projects.map(\.network) + [
        SimulatedNetwork("edge", labels: ["owner": "プラットフォーム"]),
        SimulatedNetwork("vault-internal", isInternal: true),
      ])
  }

  /// The Compose files of the demo's projects, by their path in the projects' root: what runs is what they say, but
  /// for one image that has been raised since.
  package static let demoFiles: [(path: String, text: String)] = DemoProject.originals.map {
    ("\($0.name)/compose.yaml", $0.file)
  }

  private static let unusedVolumes = [
    SimulatedVolume(
      "old-uploads", labels: ["keep": "until 2026-06"], size: 3_221_225_472, age: .seconds(86_400 * 200)),
    SimulatedVolume("shop_db-data-before-17", size: 1_610_612_736, age: .seconds(86_400 * 41)),
    SimulatedVolume(hexadecimal("anonymous volume"), size: 12_582_912, age: .seconds(86_400 * 5)),
  ]
}

extension DemoProject {
  /// The projects that are no copies.
  static let originals: [DemoProject] = [.shop(), .blog(), .monitoring(), .pipeline()]

  /// All projects once more.
  fileprivate static func copies(_ copy: Int) -> [DemoProject] {
    [.shop(copy: copy), .blog(copy: copy), .monitoring(copy: copy), .pipeline(copy: copy)]
  }
}
