import ComposeFile
import EngineModel

/// What is mounted. A volume that is there stays what it is: its data is wanted, not an empty one of the same name.
extension DraftedService {
  mutating func writeMounts() {
    let (binds, asked) = (host("Binds").strings, host("Mounts").elements)
    _ = config("Volumes")
    var nodes: [ComposeNode] = []
    for mount in container.document["Mounts"].elements {
      let target = ComparedPair.clean(mount["Destination"].string ?? "")
      if let bind = binds.first(where: { Self.target($0) == target }) {
        nodes.append(self.bind(bind, mount))
      } else if let request = asked.first(where: { ComparedPair.clean($0["Target"].string ?? "") == target })
      {
        if let node = long(mount, request) { nodes.append(node) }
      } else if mount["Type"].string == "volume" {
        nodes.append(.text("\(volume(mount)):\(target)" + (mount["RW"].bool == false ? ":ro" : "")))
      }
    }
    // Podman lists its tmpfs among the mounts, others do not.
    for request in asked where request["Type"].string == "tmpfs" && !isListed(request) {
      if let node = long(request, request) { nodes.append(node) }
    }
    if !nodes.isEmpty { set("volumes", ComposeNode(.list(nodes))) }
    set("tmpfs", texts: temporary)
    set("volumes_from", texts: host("VolumesFrom").strings.map(source))
  }

  private var temporary: [String] {
    mutating get {
      host("Tmpfs").dictionary.sorted { $0.key < $1.key }.map {
        $0.value.isEmpty ? $0.key : "\($0.key):\($0.value)"
      }
    }
  }

  private func isListed(_ request: JSONValue) -> Bool {
    container.document["Mounts"].elements.contains {
      ComparedPair.clean($0["Destination"].string ?? "") == ComparedPair.clean(request["Target"].string ?? "")
    }
  }

  private static func target(_ bind: String) -> String {
    let parts = bind.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 ? ComparedPair.clean(String(parts[1])) : ""
  }

  /// `source:target:options` as it was asked for, with the key of the volume for its name.
  private mutating func bind(_ text: String, _ mount: JSONValue) -> ComposeNode {
    guard mount["Type"].string == "volume" else { return .text(text) }
    let rest = text.drop { $0 != ":" }
    return .text(volume(mount) + rest)
  }

  /// The key of a mounted volume: its name, or one made of the service and the path where it has none.
  private mutating func volume(_ mount: JSONValue) -> String {
    let name = mount["Name"].string ?? ""
    let path = (mount["Destination"].string ?? "").split(separator: "/").joined(separator: "-")
    let letters = "\(self.name)-\(path)".map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-"
    }
    let key = VolumeName(name).isAnonymous ? String(letters) : name
    volumes.append((key, name))
    return key
  }

  /// The long form of a mount that was asked for by its parts; nil, and named, for kinds that Compose has not.
  private mutating func long(_ mount: JSONValue, _ request: JSONValue) -> ComposeNode? {
    let kind = request["Type"].string ?? ""
    let target = request["Target"].string ?? ""
    guard ["bind", "volume", "tmpfs"].contains(kind) else {
      leftOut.append("the mount at \(target.filter { !$0.isNewline })")
      return nil
    }
    var map = ComposeMap([("type", .text(kind))])
    if kind == "bind" { map["source"] = .text(request["Source"].string ?? "") }
    if kind == "volume" { map["source"] = .text(volume(mount)) }
    map["target"] = .text(target)
    if request["ReadOnly"].bool == true { map["read_only"] = .bool(true) }
    if let options = options(kind, request) { map[kind] = options }
    nameOtherOptions(kind, request, target)
    return ComposeNode(.map(map))
  }

  /// The options of a mount that are neither written nor those of a volume that is there already.
  private mutating func nameOtherOptions(_ kind: String, _ request: JSONValue, _ target: String) {
    let (member, known): (String, Set<String>) =
      switch kind {
      case "bind": ("BindOptions", ["Propagation", "CreateMountpoint"])
      case "volume": ("VolumeOptions", ["NoCopy", "Subpath", "DriverConfig", "Labels"])
      default: ("TmpfsOptions", ["SizeBytes", "Mode"])
      }
    for option in request[member].members where !known.contains(option.key) && option.value.saysSomething {
      leftOut.append("\(option.key) of the mount at \(target)".filter { !$0.isNewline })
    }
  }

  private func options(_ kind: String, _ request: JSONValue) -> ComposeNode? {
    var map = ComposeMap()
    switch kind {
    case "bind":
      map["propagation"] = request["BindOptions"]["Propagation"].string.flatMap {
        $0.isEmpty ? nil : .text($0)
      }
    case "volume":
      if request["VolumeOptions"]["NoCopy"].bool == true { map["nocopy"] = .bool(true) }
      map["subpath"] = request["VolumeOptions"]["Subpath"].string.map(ComposeNode.text)
    default:
      map["size"] = request["TmpfsOptions"]["SizeBytes"].int.map { ComposeNode(.integer($0)) }
      map["mode"] = request["TmpfsOptions"]["Mode"].int.map { ComposeNode(.integer($0)) }
    }
    return map.isEmpty ? nil : ComposeNode(.map(map))
  }

  /// A container whose volumes are taken, as a service where it is drafted too.
  private func source(_ text: String) -> String {
    let parts = text.split(separator: ":").map(String.init)
    let first = parts.first ?? ""
    let end = parts.dropFirst().first.map { $0 == "rw" ? "" : ":\($0)" } ?? ""
    return (peers.service(first) ?? "container:\(peers.names[ContainerID(first)] ?? first)") + end
  }
}
