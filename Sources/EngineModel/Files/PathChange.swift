/// What a container has done to a file of its image (GET /containers/{id}/changes, API 1.41).
public struct PathChange: Hashable, Sendable {
  /// What was done.
  public enum Kind: Int, Hashable, Sendable {
    case changed = 0
    case added = 1
    case deleted = 2
  }

  /// The path.
  public var path: ContainerPath
  /// What was done; of a folder "changed" may mean no more than that something in it was.
  public var kind: Kind

  /// A change as given.
  public init(path: ContainerPath, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// A change from an element of the engine's list; nil for one of another form.
  public init?(_ json: JSONValue) {
    guard let path = json["Path"].string, let kind = json["Kind"].int.flatMap(Kind.init(rawValue:))
    else { return nil }
    self.init(path: ContainerPath(path), kind: kind)
  }
}

/// What a path of a container leads to (the header X-Docker-Container-Path-Stat of HEAD /containers/{id}/archive, API
/// 1.41).
public struct FileStat: Hashable, Sendable {
  /// Its entry; its name is the last one of the path, its size that of the content.
  public var entry: FileEntry
  /// The absolute path that a link leads to at last, within the container; nil for what is no link.
  public var target: ContainerPath?

  /// From the header's document. Its mode has the bits of Go's os.FileMode.
  public init(_ json: JSONValue) {
    let mode = UInt32(truncatingIfNeeded: json["mode"].uint64 ?? 0)
    let kinds: [(UInt32, FileEntry.Kind)] = [
      (1 << 31, .folder), (1 << 27, .link), (1 << 21, .characterDevice), (1 << 26, .blockDevice),
      (1 << 25, .pipe), (1 << 24, .socket),
    ]
    let special: [(UInt32, UInt32)] = [(1 << 23, 0o4000), (1 << 22, 0o2000), (1 << 20, 0o1000)]
    let link = json["linkTarget"].string ?? ""
    entry = FileEntry(
      name: Array((json["name"].string ?? "").utf8), kind: kinds.first { mode & $0.0 != 0 }?.1 ?? .file,
      permissions: special.reduce(mode & 0o777) { mode & $1.0 == 0 ? $0 : $0 | $1.1 },
      size: json["size"].uint64 ?? 0, modified: json["mtime"].string.flatMap(Timestamp.init(_:)))
    target = link.isEmpty ? nil : ContainerPath(link)
  }
}
