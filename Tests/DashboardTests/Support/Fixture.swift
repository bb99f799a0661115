import EngineModel

@testable import Dashboard

/// An engine's resources as plain values: two stacks of the same name in different folders, replicas, every state
/// that a container can be in, and names that a terminal must be protected from.
enum Fixture {
  /// What a list of the engine's containers says.
  static let containers: [ContainerSummary] = shop + homeShop + loners

  private static let shop: [ContainerSummary] = [
    container(
      "shop-web-1", image: "nginx:1.27", service: "web", number: 1, health: .healthy,
      status: "Up 2 hours (healthy)", ports: [published(8080, 80), PortBinding(privatePort: 9000)]),
    container(
      "shop-web-2", image: "nginx:1.27", service: "web", number: 2, health: .unhealthy,
      status: "Up 2 hours (unhealthy)"),
    container(
      "shop-api-1", image: "shop/api:dev", service: "api", number: 1, health: .starting,
      status: "Up 4 seconds (health: starting)"),
    container(
      "shop-db-1", image: "postgres:16", service: "db", number: 1, status: "Up 2 hours",
      mounts: [volume("shop_data", at: "/var/lib/postgresql/data"), volume(anonymousUsed, at: "/tmp/cache")]),
    container(
      "shop-worker-1", image: "shop/api:dev", service: "worker", number: 1, state: .exited,
      status: "Exited (137) 3 minutes ago"),
    container(
      "shop-migrate-run-1a2b", image: "shop/api:dev", service: "migrate", number: 1, isOneOff: true,
      state: .exited,
      status: "Exited (0) 2 hours ago"),
  ]

  private static let homeShop: [ContainerSummary] = [
    container(
      "ana-web-1", image: "nginx:1.27", project: ("shop", "/home/ana/shop"), service: "web", number: 1,
      state: .paused, status: "Up 5 minutes (Paused)")
  ]

  private static let loners: [ContainerSummary] = [
    container("cache", image: "redis:7", project: nil, status: "Up 3 days"),
    container("日本語データベース", image: "postgres:16", project: nil, status: "Up About an hour"),
    container("party🎉box", image: "busybox:1.36", project: nil, state: .created, status: "Created"),
    container(
      hostile, image: "busybox:1.36", project: nil, state: .restarting, status: "Restarting (3) 2 seconds ago"
    ),
  ]

  /// A name that would clear a screen, ring a bell and turn text red if it were let through.
  static let hostile = "evil\u{1B}[2J\u{1B}[31mred\u{07}\r\u{9B}1mname"

  static let images: [ImageSummary] = [
    image("nginx", ["nginx:1.27", "nginx:latest"], size: 192_000_000),
    image("postgres", ["postgres:16"], size: 432_000_000),
    image("redis", ["redis:7"], size: 117_000_000),
    image("api", ["shop/api:dev"], size: 88_000_000),
    image("busybox", ["busybox:1.36"], size: 4_200_000),
    image("old", ["registry.example:5000/team/old-tool:2.1"], size: 1_300_000_000),
    image("dangling", [], size: 52_428_800),
  ]

  static let anonymousUsed = hex("anonymous used")
  static let anonymousUnused = hex("anonymous unused")

  static let volumes: [VolumeSummary] = [
    VolumeSummary(
      name: "shop_data", mountpoint: "/var/lib/docker/volumes/shop_data/_data", createdAt: now,
      labels: ["com.docker.compose.project": "shop"]),
    VolumeSummary(name: "backup", mountpoint: "/var/lib/docker/volumes/backup/_data", createdAt: now),
    VolumeSummary(name: VolumeName(anonymousUsed), mountpoint: "/var/lib/docker/volumes/x/_data"),
    VolumeSummary(name: VolumeName(anonymousUnused), mountpoint: "/var/lib/docker/volumes/y/_data"),
  ]

  static let networks: [NetworkSummary] = [
    NetworkSummary(id: NetworkID(hex("bridge")), name: "bridge", subnets: ["172.17.0.0/16"]),
    NetworkSummary(id: NetworkID(hex("host")), name: "host", driver: "host"),
    NetworkSummary(id: NetworkID(hex("none")), name: "none", driver: "null"),
    NetworkSummary(
      id: shopNetwork, name: "shop_default", subnets: ["172.18.0.0/16"], gateways: ["172.18.0.1"],
      labels: ["com.docker.compose.project": "shop"], created: now),
    NetworkSummary(id: NetworkID(hex("lonely")), name: "lonely", subnets: ["10.9.0.0/24"], created: now),
  ]

  static let shopNetwork = NetworkID(hex("shop_default"))
  static let version = EngineVersion(version: "28.2.2", apiVersion: APIVersion("1.50"), arch: "amd64")
  static let info = EngineInfo(name: "harbour", ncpu: 4, memTotal: 8 << 30)
  /// 2026-11-24 12:00:00 UTC.
  static let now = Timestamp(seconds: 1_795_521_600)
}
