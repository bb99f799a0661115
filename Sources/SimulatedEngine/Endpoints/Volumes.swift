extension Route {
  /// `/volumes`.
  static let volumes: [Route] = [
    Route(.GET, "/volumes", listVolumes), Route(.GET, "/volumes/{+}", inspectVolume),
    Route(.DELETE, "/volumes/{+}", removeVolume), Route(.POST, "/volumes/prune", pruneVolumes),
    Route(.POST, "/volumes/create", createVolume),
  ]

  @Sendable private static func listVolumes(_ call: Call, _ state: inout SimulatedState) throws(Refusal)
    -> Reply
  {
    let filters = try Filters(call.query["filters"])
    try filters.check(known: ["dangling", "driver", "label", "name"])
    let used = state.usedVolumes
    let chosen = state.volumes.filter { volume in
      filters.allows("name") { volume.name.contains($0) } && filters.allows(labels: volume.spec.labels)
        && filters.allows("driver") { $0 == "local" }
        && filters.allows("dangling") { ["true", "1"].contains($0) != used.keys.contains(volume.name) }
    }
    return .json(200, ["Volumes": .array(chosen.map(\.document)), "Warnings": nil])
  }

  @Sendable private static func inspectVolume(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    .json(200, state.volumes[try state.volumeIndex(call.subject)].document)
  }

  @Sendable private static func removeVolume(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let index = try state.volumeIndex(call.subject)
    let users = state.users(ofVolume: call.subject).map(\.id)
    guard users.isEmpty else {
      throw Refusal(
        409, "remove \(call.subject): volume is in use - [\(users.joined(separator: ", "))]")
    }
    state.volumes.remove(at: index)
    state.emit("volume", "destroy", call.subject, ["driver": "local"])
    return .empty(204)
  }

  /// Since API 1.42 only anonymous volumes go, unless `all` is set.
  @Sendable private static func pruneVolumes(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let filters = try Filters(call.query["filters"])
    let all = call.version < ServedVersion(1, 42) || filters["all"].contains { ["true", "1"].contains($0) }
    let used = state.usedVolumes
    let gone = state.volumes.filter { volume in
      used[volume.name] == nil && (all || volume.isAnonymous) && filters.allows(labels: volume.spec.labels)
    }
    let names = Set(gone.map(\.name))
    state.volumes.removeAll { names.contains($0.name) }
    for volume in gone { state.emit("volume", "destroy", volume.name, ["driver": "local"]) }
    let size = gone.reduce(0) { $0 + $1.spec.size }
    state.emit("volume", "prune", "", ["reclaimed": String(size)])
    let list: JSON = gone.isEmpty ? nil : .strings(gone.map(\.name))
    return .json(200, ["VolumesDeleted": list, "SpaceReclaimed": .integer(size)])
  }
}

extension SimulatedState {
  /// How many containers mount each volume that is mounted at all.
  var usedVolumes: [String: Int] {
    var result: [String: Int] = [:]
    for record in containers.values {
      for mount in record.spec.mounts where !mount.isBind { result[mount.source, default: 0] += 1 }
    }
    return result
  }
}

extension VolumeRecord {
  /// The document of `GET /volumes/{name}`.
  var document: JSON {
    [
      "CreatedAt": .string(created.text.prefix(19) + "Z"), "Driver": "local",
      "Labels": spec.labels.isEmpty ? nil : .strings(spec.labels), "Mountpoint": .string(mountpoint),
      "Name": .string(name), "Options": nil, "Scope": "local",
    ]
  }
}
