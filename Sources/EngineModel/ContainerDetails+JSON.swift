extension ContainerDetails {
  /// Reads the answer of GET /containers/{id}/json; nil where it is no object with an id.
  public init?(_ document: JSONValue) {
    guard let id = document["Id"].string, !id.isEmpty else { return nil }
    let config = document["Config"]
    let name = document["Name"].string ?? ""
    self.id = ContainerID(id)
    self.name = name.hasPrefix("/") ? String(name.dropFirst()) : name
    image = config["Image"].string ?? ""
    imageID = ImageID(document["Image"].string ?? "")
    created = document["Created"].string.flatMap { Timestamp($0) }
    run = ContainerRun(document["State"])
    health = HealthRecord(document["State"]["Health"])
    restartCount = document["RestartCount"].int ?? 0
    process = ContainerProcess(config)
    labels = config["Labels"].dictionary
    host = HostSettings(document["HostConfig"])
    mounts = document["Mounts"].elements.map(MountPoint.init(_:))
    networks = document["NetworkSettings"]["Networks"].members.map { member in
      NetworkAttachment(
        name: member.key, networkID: NetworkID(member.value["NetworkID"].string ?? ""),
        ipAddress: member.value["IPAddress"].string ?? "")
    }
    ports = document["NetworkSettings"]["Ports"].members.flatMap(PortBinding.all(of:))
    self.document = document
  }
}

extension ContainerRun {
  fileprivate init(_ document: JSONValue) {
    state = ContainerState(document["Status"].string ?? "")
    startedAt = document["StartedAt"].string.flatMap { Timestamp($0) }
    finishedAt = document["FinishedAt"].string.flatMap { Timestamp($0) }
    exitCode = document["ExitCode"].int ?? 0
    oomKilled = document["OOMKilled"].bool ?? false
    error = document["Error"].string ?? ""
    pid = document["Pid"].int ?? 0
  }
}

extension ContainerProcess {
  fileprivate init(_ document: JSONValue) {
    tty = document["Tty"].bool ?? false
    openStdin = document["OpenStdin"].bool ?? false
    env = document["Env"].strings
    entrypoint = document["Entrypoint"].strings
    cmd = document["Cmd"].strings
    user = document["User"].string ?? ""
    workingDir = document["WorkingDir"].string ?? ""
    hostname = document["Hostname"].string ?? ""
    stopTimeout = document["StopTimeout"].int
  }
}

extension HostSettings {
  fileprivate init(_ document: JSONValue) {
    restartPolicy = document["RestartPolicy"]["Name"].string ?? ""
    restartLimit = document["RestartPolicy"]["MaximumRetryCount"].int ?? 0
    logDriver = document["LogConfig"]["Type"].string ?? ""
    memoryLimit = document["Memory"].uint64.flatMap { $0 == 0 ? nil : $0 }
    nanoCPUs = document["NanoCpus"].uint64.flatMap { $0 == 0 ? nil : $0 }
    pidsLimit = document["PidsLimit"].int.flatMap { $0 <= 0 ? nil : $0 }
    readOnlyRoot = document["ReadonlyRootfs"].bool ?? false
    privileged = document["Privileged"].bool ?? false
    capAdd = document["CapAdd"].strings
    capDrop = document["CapDrop"].strings
    securityOpt = document["SecurityOpt"].strings
    networkMode = document["NetworkMode"].string ?? ""
  }
}

extension HealthRecord {
  fileprivate init?(_ document: JSONValue) {
    guard let status = document["Status"].string, HealthState(status) != .none else { return nil }
    self.status = HealthState(status)
    failingStreak = document["FailingStreak"].int ?? 0
    log = document["Log"].elements.map { entry in
      HealthCheckRun(
        start: entry["Start"].string.flatMap { Timestamp($0) },
        end: entry["End"].string.flatMap { Timestamp($0) }, exitCode: entry["ExitCode"].int ?? 0,
        output: entry["Output"].string ?? "")
    }
  }
}

extension MountPoint {
  fileprivate init(_ document: JSONValue) {
    self.init(
      kind: document["Type"].string ?? "",
      name: document["Name"].string.flatMap { $0.isEmpty ? nil : VolumeName($0) },
      source: document["Source"].string ?? "", destination: document["Destination"].string ?? "",
      readWrite: document["RW"].bool ?? true)
  }
}

extension PortBinding {
  /// The bindings of one member of `NetworkSettings.Ports`: "80/tcp": [{"HostIp": …, "HostPort": …}] or null.
  fileprivate static func all(of member: JSONValue.Member) -> [PortBinding] {
    let parts = member.key.split(separator: "/")
    guard let first = parts.first, let port = Int(first) else { return [] }
    let proto = parts.count > 1 ? String(parts[1]) : "tcp"
    let bindings = member.value.elements
    if bindings.isEmpty { return [PortBinding(privatePort: port, proto: proto)] }
    return bindings.map { binding in
      PortBinding(
        address: binding["HostIp"].string, privatePort: port,
        publicPort: binding["HostPort"].string.flatMap { Int($0) }, proto: proto)
    }
  }
}
