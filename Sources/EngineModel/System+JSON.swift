extension EngineVersion {
  /// Reads the answer of GET /version; nil where it is no object with a version.
  public init?(_ document: JSONValue) {
    guard let version = document["Version"].string else { return nil }
    let isPodman = document["Components"].elements.contains { component in
      component["Name"].string?.lowercased().contains("podman") ?? false
    }
    self.init(
      version: version, apiVersion: document["ApiVersion"].string.flatMap { APIVersion($0) },
      minAPIVersion: document["MinAPIVersion"].string.flatMap { APIVersion($0) },
      os: document["Os"].string ?? "", arch: document["Arch"].string ?? "",
      kernel: document["KernelVersion"].string ?? "", product: isPodman ? "Podman" : "Docker")
  }
}

extension EngineInfo {
  /// Reads the answer of GET /info; nil where it is no object.
  public init?(_ document: JSONValue) {
    guard case .object = document else { return nil }
    func count(_ key: String) -> Int { document[key].int ?? 0 }
    func text(_ key: String) -> String { document[key].string ?? "" }
    self.init(
      name: text("Name"), id: text("ID"), serverVersion: text("ServerVersion"), ncpu: count("NCPU"),
      memTotal: document["MemTotal"].uint64 ?? 0, containers: count("Containers"),
      containersRunning: count("ContainersRunning"), containersPaused: count("ContainersPaused"),
      containersStopped: count("ContainersStopped"), images: count("Images"), driver: text("Driver"),
      cgroupVersion: text("CgroupVersion"), cgroupDriver: text("CgroupDriver"),
      loggingDriver: text("LoggingDriver"), swarm: SwarmState(document["Swarm"]),
      osName: text("OperatingSystem"), securityOptions: document["SecurityOptions"].strings,
      warnings: document["Warnings"].strings)
  }
}

extension SwarmState {
  fileprivate init(_ document: JSONValue) {
    let nodeState = document["LocalNodeState"].string ?? ""
    self.init(
      nodeState: nodeState.isEmpty ? "inactive" : nodeState,
      isManager: document["ControlAvailable"].bool ?? false)
  }
}

extension ProcessTable {
  /// Reads the answer of GET /containers/{id}/top; nil where it is no object.
  public init?(_ document: JSONValue) {
    guard case .object = document else { return nil }
    self.init(titles: document["Titles"].strings, rows: document["Processes"].elements.map(\.strings))
    splitSingleColumn()
  }

  /// Podman may hand over each line of `ps` in one piece: the columns are then as many as the titles, and the last one
  /// has the rest of its line.
  private mutating func splitSingleColumn() {
    let names = titles.first?.split(separator: " ") ?? []
    guard titles.count == 1, names.count > 1, rows.allSatisfy({ $0.count <= 1 }) else { return }
    titles = names.map(String.init)
    rows = rows.map { row in
      var rest = (row.first ?? "")[...]
      var cells: [String] = []
      while cells.count < titles.count - 1 {
        rest = rest.drop { $0 == " " }
        cells.append(String(rest.prefix { $0 != " " }))
        rest = rest.drop { $0 != " " }
      }
      return cells + [String(rest.drop { $0 == " " })]
    }
  }
}

extension PruneReport {
  /// Reads the answer of any POST /…/prune; nil where it is no object.
  public init?(_ document: JSONValue) {
    guard case .object = document else { return nil }
    let named = ["ContainersDeleted", "VolumesDeleted", "NetworksDeleted", "CachesDeleted"]
    let images = document["ImagesDeleted"].elements.compactMap { entry in
      entry["Deleted"].string ?? entry["Untagged"].string
    }
    self.init(
      deleted: named.flatMap { document[$0].strings } + images,
      spaceReclaimed: document["SpaceReclaimed"].uint64 ?? 0)
  }
}
