import struct EngineModel.AddressRange

/// An image as the engine holds it.
struct ImageRecord: Sendable {
  let id: String
  var tags: [String]
  let spec: SimulatedImage
  let created: EngineInstant

  /// The 12 digits that people see.
  var shortID: String { String(id.dropFirst(7).prefix(12)) }
}

/// A volume as the engine holds it.
struct VolumeRecord: Sendable {
  let spec: SimulatedVolume
  let created: EngineInstant

  var name: String { spec.name }
  /// Whether the engine chose its name.
  var isAnonymous: Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy { [UInt8].hexDigits.contains($0) }
  }
  var mountpoint: String { "/var/lib/docker/volumes/\(name)/_data" }
}

/// A network as the engine holds it.
struct NetworkRecord: Sendable {
  let id: String
  let spec: SimulatedNetwork
  let created: EngineInstant
  /// Its place in the list, from which its subnet follows; nil for `host` and `none`.
  let place: Int?

  var name: String { spec.name }
  var isPredefined: Bool { ["bridge", "host", "none"].contains(name) }
  var subnet: String {
    spec.subnet ?? (place == nil ? "" : prefix + (prefixLength == 16 ? ".0.0/16" : ".0/24"))
  }
  var gateway: String { spec.gateway ?? (place == nil ? "" : address(host: 1)) }
  var prefixLength: Int { asked?.prefix ?? ((place ?? 0) < 15 ? 16 : 24) }

  /// The address of host number `host`.
  func address(host: Int) -> String {
    if let asked { return asked.first.advanced(by: UInt128(host))?.description ?? "" }
    return given(host: host)
  }

  /// The range that was asked for; nil where the engine chose.
  private var asked: AddressRange? { spec.subnet.flatMap { AddressRange($0) } }

  private func given(host: Int) -> String {
    prefixLength == 16 ? "\(prefix).\(host / 250).\(host % 250)" : "\(prefix).\(host % 250)"
  }

  private var prefix: String {
    guard let place else { return "" }
    return place < 15 ? "172.\(17 + place)" : "10.\(place / 256 % 256).\(place % 256)"
  }
}
