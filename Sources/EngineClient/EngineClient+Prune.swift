public import EngineModel

extension EngineClient {
  /// Removes all containers that do not run.
  public func pruneContainers() async throws(EngineError) -> PruneReport {
    try await read(.pruneContainers, PruneReport.init(_:))
  }

  /// Removes the untagged images that no container uses; with `all`, the named ones too.
  public func pruneImages(all: Bool = false) async throws(EngineError) -> PruneReport {
    try await read(.pruneImages(all: all), PruneReport.init(_:))
  }

  /// Removes every network that no container uses.
  public func pruneNetworks() async throws(EngineError) -> PruneReport {
    try await read(.pruneNetworks, PruneReport.init(_:))
  }

  /// Removes what no build uses of the builder's cache; see `EngineRequest.pruneBuildCache`.
  public func pruneBuildCache(all: Bool, unusedFor: String? = nil) async throws(EngineError) -> PruneReport {
    try await read(.pruneBuildCache(all: all, unusedFor: unusedFor), PruneReport.init(_:))
  }

  /// Removes the anonymous volumes that no container uses; with `all`, the named ones too.
  public func pruneVolumes(all: Bool = false) async throws(EngineError) -> PruneReport {
    if all { return try await read(.pruneAllVolumes, PruneReport.init(_:)) }
    if apiVersion == nil { try await negotiate() }
    if let apiVersion, apiVersion >= APIVersion(1, 42) {
      return try await read(.pruneAnonymousVolumes, PruneReport.init(_:))
    }
    return try await removeAnonymousVolumes()
  }

  /// What a prune without `all` does, for engines before API 1.42, whose prune would take the named volumes as well.
  private func removeAnonymousVolumes() async throws(EngineError) -> PruneReport {
    let unused = try await list(.volumes(dangling: true), in: "Volumes", VolumeSummary.init(_:))
    var deleted: [String] = []
    for volume in unused where volume.name.isAnonymous {
      try await perform(.removeVolume(volume.name))
      deleted.append(volume.name.rawValue)
    }
    return PruneReport(deleted: deleted)
  }
}
