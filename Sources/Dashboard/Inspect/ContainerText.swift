import EngineModel

extension ContainerSummary {
  /// The image as a person names it: an id is shortened.
  var shownImage: String { image.hasPrefix("sha256:") ? ImageID(image).short : image }

  /// The published ports, then the others: `8080→80 9000`.
  var shownPorts: String {
    var seen: Set<String> = []
    return
      ports
      .sorted {
        ($0.publicPort == nil ? 1 : 0, $0.privatePort) < ($1.publicPort == nil ? 1 : 0, $1.privatePort)
      }
      .map { port in
        let proto = port.proto == "tcp" ? "" : "/\(port.proto)"
        return port.publicPort.map { "\($0)→\(port.privatePort)\(proto)" } ?? "\(port.privatePort)\(proto)"
      }
      .filter { seen.insert($0).inserted }
      .joined(separator: " ")
  }
}
