import Dashboard
import EngineClient
import EngineModel

extension JSONValue {
  /// An object of texts.
  fileprivate init(_ pairs: [LabelPair]) {
    self = .object(pairs.map { Member(key: $0.key, value: .string($0.value)) })
  }

  fileprivate static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }
}

extension NetworkDefinition {
  /// The body of POST /networks/create. `CheckDuplicate` makes engines before API 1.44 refuse a name that is taken.
  var body: JSONValue {
    let ranges = pools.map { pool in
      JSONValue.members([("Subnet", .string(pool.subnet)), ("Gateway", pool.gateway.map { .string($0) })])
    }
    return .members([
      ("Name", .string(name)), ("CheckDuplicate", .bool(true)), ("Driver", .string(driver)),
      ("EnableIPv6", .bool(hasIPv6)), ("Internal", .bool(isInternal)), ("Attachable", .bool(isAttachable)),
      (
        "IPAM", ranges.isEmpty ? nil : .members([("Driver", .string("default")), ("Config", .array(ranges))])
      ),
      ("Options", options.isEmpty ? nil : JSONValue(options)), ("Labels", JSONValue(labels)),
    ])
  }
}

extension NetworkConnection {
  /// The body of POST /networks/{id}/connect.
  func body(connecting container: ContainerID) -> JSONValue {
    let addresses = JSONValue.members([
      ("IPv4Address", ipv4.map { .string($0) }), ("IPv6Address", ipv6.map { .string($0) }),
    ])
    let endpoint = JSONValue.members([
      ("IPAMConfig", addresses.members.isEmpty ? nil : addresses),
      ("Aliases", aliases.isEmpty ? nil : .array(aliases.map { .string($0) })),
    ])
    return .members([("Container", .string(container.rawValue)), ("EndpointConfig", endpoint)])
  }
}

extension VolumeDefinition {
  /// The body of POST /volumes/create.
  fileprivate var body: JSONValue {
    .members([
      ("Name", .string(name)), ("Driver", .string(driver)), ("DriverOpts", JSONValue(options)),
      ("Labels", JSONValue(labels)),
    ])
  }
}

extension EngineClient {
  /// Makes a volume. The engine would answer a name that is taken as if it had made it: that is looked up first.
  func create(_ volume: VolumeDefinition) async throws(EngineError) {
    do throws(EngineError) {
      _ = try await document(.volume(VolumeName(volume.name)))
    } catch {
      guard error.status == 404 else { throw error }
      try await perform(.createVolume(volume.body))
      return
    }
    throw EngineError(
      .status(409, message: "a volume of that name is there already"), .createVolume(volume.body))
  }
}
