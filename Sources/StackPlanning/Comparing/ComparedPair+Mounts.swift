import ComposeFile
import EngineModel

/// What is mounted into the container.
extension ComparedPair {
  func mounts() -> [PlanReason] {
    let wanted = wantedMounts()
    let current = currentMounts()
    let targets = Set(wanted.keys).union(current.keys).sorted()
    return targets.flatMap { target -> [PlanReason] in
      switch (current[target], wanted[target]) {
      case (let old?, let new?): return old.isSame(as: new) ? [] : changed(old, new)
      case (let old?, nil): return mayBeAdded(old) ? [] : Differences.value("volumes", old.text, "")
      case (nil, let new?): return Differences.value("volumes", "", new.text)
      case (nil, nil): return []
      }
    }
  }

  /// The named volumes of the definition that the container has nowhere.
  func lostVolumes() -> [PlanReason] {
    let current = currentMounts()
    let names = Set(current.values.filter { $0.kind == .volume }.map(\.source))
    return wantedMounts().values.filter { $0.kind == .volume && !names.contains($0.source) }
      .sorted { $0.target < $1.target }
      .flatMap { new -> [PlanReason] in
        guard let old = current[new.target] else { return Differences.value("volumes", "", new.text) }
        return changed(old, new)
      }
  }

  private func changed(_ old: ContainerMount, _ new: ContainerMount) -> [PlanReason] {
    let details = old.differences(from: new)
    let texts = { (text: String, options: [String]) in
      ([text] + options).filter { !$0.isEmpty }.joined(separator: " ")
    }
    // Compose 2 does not look at where a secret or config comes from.
    let isCertain = !(new.isFileObject && maker == .second && old.isReadOnly == new.isReadOnly)
    return Differences.value(
      "volumes", texts(old.text, details.map(\.before)), texts(new.text, details.map(\.after)),
      isCertain: isCertain)
  }

  /// Mounts that no key of the service asks for: volumes of the image and of other containers.
  private func mayBeAdded(_ mount: ContainerMount) -> Bool {
    if self["volumes_from"] != nil { return true }
    if self["use_api_socket"]?.bool == true, mount.target == "/var/run/docker.sock" { return true }
    guard mount.kind == .anonymous else { return false }
    guard let image else { return true }
    return image.config["Volumes"].members.contains { Self.clean($0.key) == mount.target }
  }

  private func wantedMounts() -> [String: ContainerMount] {
    var mounts: [String: ContainerMount] = [:]
    for node in self["volumes"]?.list ?? [] {
      let mount = ContainerMount(node, volumeName: frame.resources.volume)
      mounts[mount.target] = mount
    }
    for (key, folder, objects) in [
      ("secrets", "/run/secrets/", frame.resources.secrets), ("configs", "/", frame.resources.configs),
    ] where key == "secrets" || maker != .first {
      for node in self[key]?.list ?? [] {
        guard let source = node["source"]?.text, let file = objects[source]?["file"]?.text else { continue }
        let name = node["target"]?.text ?? source
        let target = Self.clean(name.hasPrefix("/") ? name : folder + name)
        var mount = ContainerMount(kind: .bind, source: Self.clean(file), target: target, isReadOnly: true)
        mount.isFileObject = true
        mounts[target] = mount
      }
    }
    return mounts
  }

  private func currentMounts() -> [String: ContainerMount] {
    var mounts: [String: ContainerMount] = [:]
    for document in container.document["Mounts"].elements {
      var mount = ContainerMount(document)
      let asked = host["Mounts"].elements.first { Self.clean($0["Target"].string ?? "") == mount.target }
      if let asked { mount.read(asked) }
      let bind = host["Binds"].strings.first { Self.clean(Self.target(ofBind: $0)) == mount.target }
      if let bind { mount.read(bind: bind) }
      // Podman lists what `tmpfs` asks for among the mounts, and its own files.
      guard !(mount.kind == .tmpfs && asked == nil) else { continue }
      mounts[mount.target] = mount
    }
    return mounts
  }

  private static func target(ofBind bind: String) -> String {
    let parts = bind.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// `tmpfs`: a path, with options behind a colon.
  func temporaryFileSystems() -> [PlanReason] {
    let current = host["Tmpfs"].dictionary.map { Self.tmpfs(path: $0.key, options: $0.value) }
    let wanted = texts("tmpfs").map { text in
      let path = text.prefix { $0 != ":" }
      return Self.tmpfs(path: String(path), options: String(text.dropFirst(path.count + 1)))
    }
    guard maker != .podman else { return [] }
    return Differences.items("tmpfs", current, wanted)
  }

  private static func tmpfs(path: String, options: String) -> String {
    clean(path) + (options.isEmpty ? "" : ":" + options)
  }

  /// Compose 2 leaves the mode of `volumes_from` out.
  private func isReadOnly(_ parts: [String]) -> Bool {
    maker != .second && parts.count > 1 && parts.last == "ro"
  }

  /// `volumes_from`: other services, or containers by name.
  func volumesFrom() -> [PlanReason] {
    let current = host["VolumesFrom"].strings.map { text -> String in
      let parts = text.split(separator: ":").map(String.init)
      let id = ContainerID(parts.first ?? "")
      // Compose 2 hands the name of a container on as it is, and the id of a service's.
      let name = frame.containerNames?[id] ?? (id.isWhole ? nil : id.rawValue)
      return (frame.services[id] ?? name.map { "container:\($0)" } ?? id.short)
        + (isReadOnly(parts) ? ":ro" : "")
    }
    let wanted = texts("volumes_from")
    // Without the engine's names a container by name cannot be told from an id.
    let isBlind = frame.containerNames == nil && wanted.contains { $0.hasPrefix("container:") }
    let plain = wanted.map { text -> String in
      var parts = text.split(separator: ":").map(String.init)
      if parts.first == "container" {
        parts = ["container:\(parts.dropFirst().first ?? "")"] + parts.dropFirst(2)
      }
      return (parts.first ?? "") + (isReadOnly(parts) ? ":ro" : "")
    }
    return Differences.items("volumes_from", current, plain, isCertain: !isBlind)
      .filter { !isBlind || $0.before.isEmpty != $0.after.isEmpty || current.count != wanted.count }
  }
}

extension ContainerID {
  /// Whether it is an id in full, and no name.
  fileprivate var isWhole: Bool { rawValue.utf8.count == 64 && rawValue.allSatisfy(\.isHexDigit) }
}
