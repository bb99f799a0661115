public import EngineModel

extension EngineRequest {
  /// HEAD /_ping, without a version. API 1.40 and later; before that it answers 404 or 405.
  public static let ping = EngineRequest(.head, "_ping", isUnversioned: true)

  /// GET /_ping, without a version, for engines that do not know HEAD.
  public static let pingWithGet = EngineRequest(.get, "_ping", isUnversioned: true)

  /// GET /version: what the engine is.
  public static let version = EngineRequest(.get, "version")

  /// GET /info: how the engine is set up and what it holds.
  public static let info = EngineRequest(.get, "info")

  /// GET /events: what happens from now on, or from `since` on (the engine keeps the last 256), up to `until`, else
  /// without end. Of `kinds` only ("container", "image", …), or of all; of one `container` and one `action` only, where
  /// they are given.
  public static func events(
    since: Timestamp? = nil, until: Timestamp? = nil, kinds: [String] = [], container: ContainerID? = nil,
    action: String? = nil
  ) -> EngineRequest {
    var query: [Parameter] = []
    if let since { query.append(Parameter("since", since.unixText)) }
    if let until { query.append(Parameter("until", until.unixText)) }
    var wanted: [(String, [String])] = kinds.isEmpty ? [] : [("type", kinds)]
    if let container { wanted.append(("container", [container.rawValue])) }
    if let action { wanted.append(("event", [action])) }
    if let filters = filters(wanted) { query.append(filters) }
    return EngineRequest(.get, "events", query: query)
  }

  /// GET /system/df: the disk space in use. Walks the engine's files: may take minutes.
  public static let diskUsage = EngineRequest(
    .get, "system", "df", query: [Parameter("verbose", "1", since: APIVersion(1, 52))], timeout: 300)

  /// GET /system/df of the volumes alone, where the engine can be asked so (API 1.42 and later); of all before.
  public static let volumeUsage = EngineRequest(
    .get, "system", "df",
    query: [
      Parameter("type", "volume", since: APIVersion(1, 42)),
      Parameter("verbose", "1", since: APIVersion(1, 52)),
    ], timeout: 300)

  /// POST /build/prune: removes what no build uses of the builder's cache; with `all` also what images share and what
  /// the builder keeps for itself. `unusedFor`: only what was not used for that long, as in "24h".
  public static func pruneBuildCache(all: Bool, unusedFor: String? = nil) -> EngineRequest {
    var query = [Parameter("all", all ? "1" : "0")]
    if let unusedFor, let filters = filters([("until", [unusedFor])]) { query.append(filters) }
    return EngineRequest(.post, "build", "prune", query: query, timeout: 600)
  }
}

extension Timestamp {
  /// Seconds since 1970 with nine decimals, as `since` and `until` want them.
  var unixText: String {
    let decimals = String(subsecond)
    return "\(seconds)." + String(repeating: "0", count: 9 - decimals.utf8.count) + decimals
  }
}
