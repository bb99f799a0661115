import EngineModel

@testable import Dashboard

extension Fixture {
  /// A container of the shop, or of another project, or of none.
  static func container(
    _ name: String, image: String = "busybox:1.36",
    project: (name: String, folder: String)? = ("shop", "/srv/shop"),
    service: String? = nil, number: Int = 1, isOneOff: Bool = false, state: ContainerState = .running,
    health: HealthState = .none, status: String = "", ports: [PortBinding] = [], mounts: [MountPoint] = []
  ) -> ContainerSummary {
    var labels: [String: String] = [:]
    if let project {
      labels = [
        "com.docker.compose.project": project.name, "com.docker.compose.project.working_dir": project.folder,
        "com.docker.compose.project.config_files": "\(project.folder)/compose.yaml",
        "com.docker.compose.container-number": String(number),
        "com.docker.compose.oneoff": isOneOff ? "True" : "False",
      ]
      if let service { labels["com.docker.compose.service"] = service }
    }
    let attachment =
      project?.folder == "/srv/shop"
      ? NetworkAttachment(name: "shop_default", networkID: shopNetwork, ipAddress: "172.18.0.\(number + 1)")
      : NetworkAttachment(name: "bridge", networkID: NetworkID(hex("bridge")), ipAddress: "172.17.0.2")
    return ContainerSummary(
      id: ContainerID(hex(name)), names: [name], image: image, imageID: imageID(of: image), command: "run",
      created: Timestamp(seconds: now.seconds - 7_200), state: state, status: status, health: health,
      exitCode: ContainerSummary.exitCode(inStatus: status), ports: ports, labels: labels, mounts: mounts,
      networks: [attachment], networkMode: "bridge")
  }

  static func published(_ outside: Int, _ inside: Int, address: String = "0.0.0.0") -> PortBinding {
    PortBinding(address: address, privatePort: inside, publicPort: outside)
  }

  static func volume(_ name: String, at destination: String) -> MountPoint {
    MountPoint(kind: "volume", name: VolumeName(name), destination: destination)
  }

  static func image(_ seed: String, _ tags: [String], size: UInt64) -> ImageSummary {
    ImageSummary(id: ImageID("sha256:" + hex(seed)), repoTags: tags, created: now, size: size)
  }

  /// The id of the fixture's image with a tag.
  static func imageID(of tag: String) -> ImageID {
    images.first { $0.repoTags.contains(tag) }?.id ?? ImageID("sha256:" + hex(tag))
  }

  /// 64 hexadecimal digits that depend on a text alone.
  static func hex(_ text: String) -> String {
    var seed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { seed = (seed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var digits = ""
    for _ in 0..<4 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let word = String(seed, radix: 16)
      digits += String(repeating: "0", count: 16 - word.count) + word
    }
    return digits
  }

  /// A measurement `second` seconds after noon; `cpu` is the CPU time used so far in seconds.
  static func sample(
    _ second: Int64, cpu: Double, memory: UInt64 = 64 << 20, received: UInt64? = nil, sent: UInt64? = nil
  ) -> StatsSample {
    StatsSample(
      read: Timestamp(seconds: now.seconds + second), cpuTotal: UInt64(cpu * 1e9),
      systemCPU: UInt64(second + 1_000) * 4_000_000_000, onlineCPUs: 4, memoryUsage: memory,
      memoryLimit: 256 << 20,
      networkReceived: received, networkSent: sent, blockRead: 4_096 * UInt64(second), blockWritten: 0,
      pids: 7)
  }

  /// Events of a container.
  static func event(_ action: String, of name: String, _ attributes: [String: String] = [:]) -> EngineEvent {
    EngineEvent(kind: .container, action: action, actorID: hex(name), attributes: attributes, time: now)
  }
}
