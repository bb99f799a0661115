import EngineModel

/// What a filter finds of things that are shown in several ways.
enum FilterText {
  /// An id that is longer than the short form of 12 digits; nil for any other text.
  static func wholeID(_ text: String) -> String? {
    let id = text.hasPrefix("sha256:") ? text.dropFirst(7) : text[...]
    return id.count > 12 && id.count <= 64 && id.allSatisfy { $0.isHexDigit && $0.isASCII } ? String(id) : nil
  }

  /// A port in the ways in which people write it: `8080->80/tcp 8080:80 :8080 80/tcp`.
  static func port(_ port: PortBinding) -> String {
    let inner = "\(port.privatePort)/\(port.proto)"
    guard let outer = port.publicPort else { return inner }
    return
      "\(port.address ?? ""):\(outer)->\(inner) \(outer):\(port.privatePort) \(outer)→\(port.privatePort)"
  }
}
