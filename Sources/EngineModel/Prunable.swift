// What a prune takes, by the engine's rules: judged here alone, for questions, for the disk's figures and for reports.

extension ContainerState {
  /// Whether POST /containers/prune takes a container in this state.
  public var isPrunable: Bool {
    switch self {
    case .exited, .stopped, .created, .dead: true
    case .running, .paused, .restarting, .removing, .other: false
    }
  }
}

extension ImageSummary {
  /// Whether POST /images/prune takes it: only untagged ones go without `all`; none goes that a container was made from.
  public func isPrunable(isUsed: Bool, all: Bool) -> Bool { !isUsed && (all || isDangling) }
}

extension VolumeName {
  /// Whether POST /volumes/prune takes it: only anonymous ones go without `all` (API 1.42 and later; davit keeps older
  /// engines to the same); none goes that a container mounts.
  public func isPrunable(isUsed: Bool, all: Bool) -> Bool { !isUsed && (all || isAnonymous) }
}

extension NetworkSummary {
  /// Whether POST /networks/prune takes it.
  public func isPrunable(isUsed: Bool) -> Bool { !isUsed && !isPredefined }
}

/// A piece of the builder's cache (`BuildCache` of GET /system/df).
public struct BuildCacheRecord: Hashable, Sendable, Identifiable {
  /// Its id.
  public var id: String
  /// "regular", "source.local", "exec.cachemount", "internal", "frontend", …
  public var kind: String
  /// The step that it is of, in the builder's words.
  public var summary: String
  /// Whether a build uses it now.
  public var isInUse: Bool
  /// Whether images hold the same bytes.
  public var isShared: Bool
  /// Its bytes.
  public var size: UInt64
  /// When it was used last; nil where it never was, or the engine does not say.
  public var lastUsed: Timestamp?

  /// A piece as given.
  public init(
    id: String, kind: String = "regular", summary: String = "", isInUse: Bool = false, isShared: Bool = false,
    size: UInt64 = 0, lastUsed: Timestamp? = nil
  ) {
    self.id = id
    self.kind = kind
    self.summary = summary
    self.isInUse = isInUse
    self.isShared = isShared
    self.size = size
    self.lastUsed = lastUsed
  }

  /// Whether POST /build/prune takes it: without `all` what images share and what the builder keeps for itself stays.
  public func isPrunable(all: Bool) -> Bool {
    guard !isInUse else { return false }
    return all || !isShared && kind != "internal" && kind != "frontend"
  }

  /// Reads one element of `BuildCache`.
  public init(_ document: JSONValue) {
    self.init(
      id: document["ID"].string ?? document["Id"].string ?? "", kind: document["Type"].string ?? "",
      summary: document["Description"].string ?? "",
      isInUse: document["InUse"].bool ?? false, isShared: document["Shared"].bool ?? false,
      size: document["Size"].uint64 ?? 0,
      lastUsed: (document["LastUsedAt"].string ?? document["CreatedAt"].string).flatMap { Timestamp($0) })
  }
}
