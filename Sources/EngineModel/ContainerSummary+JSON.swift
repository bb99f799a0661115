extension ContainerSummary: JSONReadable {
  /// Reads one element of GET /containers/json.
  public init(from scanner: inout JSONScanner) throws(JSONError) {
    guard scanner.nextKind() == .object else { throw scanner.mismatch() }
    self.init(id: "", names: [], state: .other(""))
    var health: HealthState?
    try scanner.members { key, scanner throws(JSONError) in
      try read(key, &scanner, &health)
    }
    self.health = health ?? HealthState(statusText: status)
    exitCode = Self.exitCode(inStatus: status)
  }

  private mutating func read(
    _ key: String, _ scanner: inout JSONScanner, _ health: inout HealthState?
  ) throws(JSONError) {
    switch key {
    case "Id": id = ContainerID(try scanner.string() ?? "")
    case "Names": names = try scanner.strings().map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
    case "Image": image = try scanner.string() ?? ""
    case "ImageID": imageID = ImageID(try scanner.string() ?? "")
    case "Command": command = try scanner.string() ?? ""
    case "Created": created = Timestamp(seconds: try scanner.integer() ?? 0)
    case "State": state = ContainerState(try scanner.string() ?? "")
    case "Status": status = try scanner.string() ?? ""
    case "Health":
      try scanner.members { key, scanner throws(JSONError) in
        if key == "Status" {
          health = try scanner.string().map(HealthState.init(_:))
        } else {
          try scanner.skip()
        }
      }
    case "Ports": ports = try scanner.portBindings()
    case "Labels": labels = try scanner.stringMap()
    case "Mounts": mounts = try scanner.mountPoints()
    case "HostConfig":
      try scanner.members { key, scanner throws(JSONError) in
        if key == "NetworkMode" { networkMode = try scanner.string() ?? "" } else { try scanner.skip() }
      }
    case "NetworkSettings": networks = try scanner.networkAttachments()
    default: try scanner.skip()
    }
  }
}

extension JSONScanner {
  fileprivate mutating func portBindings() throws(JSONError) -> [PortBinding] {
    var ports: [PortBinding] = []
    try elements { scanner throws(JSONError) in
      var port = PortBinding(privatePort: 0)
      try scanner.members { key, scanner throws(JSONError) in
        switch key {
        case "IP": port.address = try scanner.string()
        case "PrivatePort": port.privatePort = Int(try scanner.integer() ?? 0)
        case "PublicPort": port.publicPort = try scanner.integer().map { Int($0) }
        case "Type": port.proto = try scanner.string() ?? "tcp"
        default: try scanner.skip()
        }
      }
      ports.append(port)
    }
    return ports
  }

  fileprivate mutating func mountPoints() throws(JSONError) -> [MountPoint] {
    var mounts: [MountPoint] = []
    try elements { scanner throws(JSONError) in
      var mount = MountPoint(kind: "", destination: "")
      try scanner.members { key, scanner throws(JSONError) in
        switch key {
        case "Type": mount.kind = try scanner.string() ?? ""
        case "Name": mount.name = try scanner.string().flatMap { $0.isEmpty ? nil : VolumeName($0) }
        case "Source": mount.source = try scanner.string() ?? ""
        case "Destination": mount.destination = try scanner.string() ?? ""
        case "RW": mount.readWrite = try scanner.bool() ?? true
        default: try scanner.skip()
        }
      }
      mounts.append(mount)
    }
    return mounts
  }

  fileprivate mutating func networkAttachments() throws(JSONError) -> [NetworkAttachment] {
    var networks: [NetworkAttachment] = []
    try members { key, scanner throws(JSONError) in
      guard key == "Networks" else { return try scanner.skip() }
      try scanner.members { name, scanner throws(JSONError) in
        var network = NetworkAttachment(name: name)
        try scanner.members { key, scanner throws(JSONError) in
          switch key {
          case "NetworkID": network.networkID = NetworkID(try scanner.string() ?? "")
          case "IPAddress": network.ipAddress = try scanner.string() ?? ""
          default: try scanner.skip()
          }
        }
        networks.append(network)
      }
    }
    return networks
  }
}
