extension Population {
  /// A believable host: Compose projects, containers of every state, images, volumes, networks.
  ///
  /// The first 24 containers are the same for every count; more are quieter copies of the projects. `seed` shuffles
  /// which copies come first. Up to 5,000 containers and beyond.
  public static func demo(containers count: Int = 24, seed: UInt64 = 1) -> Population {
    var random = SeededRandom(seed: seed)
    var projects: [DemoProject] = [.shop(), .blog(), .monitoring(), .pipeline()]
    var containers = projects[0].containers() + SimulatedContainer.loners
    containers += projects.dropFirst().flatMap { $0.containers() }
    var copy = 2
    while containers.count < count {
      let copies = DemoProject.copies(copy).shuffled(using: &random)
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

  private static let unusedVolumes = [
    SimulatedVolume(
      "old-uploads", labels: ["keep": "until 2026-06"], size: 3_221_225_472, age: .seconds(86_400 * 200)),
    SimulatedVolume("shop_db-data-before-17", size: 1_610_612_736, age: .seconds(86_400 * 41)),
    SimulatedVolume(hexadecimal("anonymous volume"), size: 12_582_912, age: .seconds(86_400 * 5)),
  ]
}

extension DemoProject {
  /// All projects once more.
  fileprivate static func copies(_ copy: Int) -> [DemoProject] {
    [.shop(copy: copy), .blog(copy: copy), .monitoring(copy: copy), .pipeline(copy: copy)]
  }
}
