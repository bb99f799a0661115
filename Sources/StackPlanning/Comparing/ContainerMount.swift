import ComposeFile
import EngineModel

/// A mount as a definition asks for it, or as a container has it.
struct ContainerMount: Hashable {
  enum Kind: String {
    case bind, volume, tmpfs, anonymous, other
  }

  var kind: Kind
  /// The path on the host, or the volume's name on the engine.
  var source = ""
  var target: String
  var isReadOnly = false
  /// Whether it is a secret or a config.
  var isFileObject = false
  /// What only a long definition says, by its key; a container's has it only where it was asked for.
  var options: [String: String] = [:]

  init(kind: Kind, source: String, target: String, isReadOnly: Bool) {
    self.kind = kind
    self.source = source
    self.target = target
    self.isReadOnly = isReadOnly
  }

  /// An element of a service's `volumes`.
  init(_ node: ComposeNode, volumeName: (String) -> String) {
    let type = node["type"]?.text ?? "volume"
    let source = node["source"]?.text ?? ""
    kind = Kind(rawValue: type) ?? .other
    if kind == .volume, source.isEmpty { kind = .anonymous }
    target = ComparedPair.clean(node["target"]?.text ?? "")
    isReadOnly = node["read_only"]?.bool ?? false
    switch kind {
    case .volume: self.source = volumeName(source)
    case .bind: self.source = ComparedPair.clean(source)
    case .tmpfs, .anonymous: break
    case .other: self.source = source
    }
    if node["volume"]?["nocopy"]?.bool == true { options["nocopy"] = "true" }
    options["subpath"] = node["volume"]?["subpath"]?.text
    options["propagation"] = node["bind"]?["propagation"]?.text
    options["selinux"] = node["bind"]?["selinux"]?.text
    options["size"] = node["tmpfs"]?["size"]?.wholeNumber.map(String.init)
    options["mode"] = node["tmpfs"]?["mode"]?.wholeNumber.map { String($0, radix: 8) }
  }

  /// An element of a container's `Mounts`.
  init(_ document: JSONValue) {
    kind = Kind(rawValue: document["Type"].string ?? "") ?? .other
    target = ComparedPair.clean(document["Destination"].string ?? "")
    isReadOnly = document["RW"].bool == false
    switch kind {
    case .volume:
      source = document["Name"].string ?? ""
      if VolumeName(source).isAnonymous { (kind, source) = (.anonymous, "") }
    case .bind: source = ComparedPair.clean(document["Source"].string ?? "")
    case .tmpfs, .anonymous: break
    case .other: source = document["Source"].string ?? ""
    }
  }

  /// Adds what was asked for at creation: an element of `HostConfig.Mounts`.
  mutating func read(_ asked: JSONValue) {
    if asked["VolumeOptions"]["NoCopy"].bool == true { options["nocopy"] = "true" }
    options["subpath"] = asked["VolumeOptions"]["Subpath"].string
    options["propagation"] = asked["BindOptions"]["Propagation"].string
    options["size"] = asked["TmpfsOptions"]["SizeBytes"].int.map(String.init)
    options["mode"] = asked["TmpfsOptions"]["Mode"].int.map { String($0, radix: 8) }
    if kind == .tmpfs { isReadOnly = asked["ReadOnly"].bool ?? false }
  }

  /// Adds what was asked for at creation: an element of `HostConfig.Binds`, `source:target:option,option`.
  mutating func read(bind: String) {
    let parts = bind.split(separator: ":", omittingEmptySubsequences: false)
    for option in parts.dropFirst(2).joined(separator: ":").split(separator: ",") {
      switch option {
      case "z", "Z": options["selinux"] = String(option)
      case "nocopy": options["nocopy"] = "true"
      case "private", "rprivate", "shared", "rshared", "slave", "rslave":
        options["propagation"] = String(option)
      default: break
      }
    }
  }

  /// Whether both mount the same in the same way.
  func isSame(as other: ContainerMount) -> Bool {
    kind == other.kind && isReadOnly == other.isReadOnly && isSameSource(other.source)
      && differences(from: other).isEmpty
  }

  /// The options in which they differ, as `size=100` on each side.
  func differences(from other: ContainerMount) -> [(before: String, after: String)] {
    Set(options.keys).union(other.options.keys).sorted().compactMap { key in
      let (old, new) = (options[key] ?? "", other.options[key] ?? "")
      guard old != new, !(key == "propagation" && ["", "rprivate"].contains(old + new)) else { return nil }
      return (old.isEmpty ? "" : "\(key)=\(old)", new.isEmpty ? "" : "\(key)=\(new)")
    }
  }

  /// A desktop's engine sees the host's folders below another one.
  private func isSameSource(_ wanted: String) -> Bool {
    guard source != wanted, kind == .bind else { return source == wanted || kind == .anonymous }
    return ["/host_mnt", "/run/desktop/mnt/host"].contains { source == $0 + wanted }
  }

  /// As a short definition writes it: `data:/var/lib:ro`.
  var text: String {
    let start = source.isEmpty ? (kind == .tmpfs ? "tmpfs:" : "") : source + ":"
    return start + target + (isReadOnly ? ":ro" : "")
  }
}
