/// A Compose file that is written from nothing.
public struct ComposeDraft: Sendable {
  /// The project's name; nil for that of the directory.
  public var name: String?
  /// The services in the order in which they are printed.
  public var services: [ServiceDraft]
  /// Networks beside the default one that services attach to.
  public var networks: [String]
  /// Volumes beside those that services mount.
  public var volumes: [String]

  /// A file of services.
  public init(
    name: String? = nil, services: [ServiceDraft] = [], networks: [String] = [], volumes: [String] = []
  ) {
    self.name = name
    self.services = services
    self.networks = networks
    self.volumes = volumes
  }

  /// The file: block style, two blanks of indentation, an empty line between services; named volumes and networks
  /// that services use are declared.
  public var yaml: String {
    var sections: [String] = []
    if let name { sections.append(Self.print(ComposeMap([("name", .text(name))]), indent: 0)) }
    let blocks = services.map { service in
      Self.print(ComposeMap([(service.name, ComposeNode(.map(service.map)))]), indent: 2)
    }
    sections.append("services:\n" + blocks.joined(separator: "\n"))
    if let declared = declaration("networks", networks + services.flatMap(\.networks)) {
      sections.append(declared)
    }
    let mounted = services.flatMap(\.mounts).compactMap(\.volumeName)
    if let declared = declaration("volumes", volumes + mounted) { sections.append(declared) }
    return sections.joined(separator: "\n")
  }

  private static func print(_ map: ComposeMap, indent: Int) -> String {
    var printer = YAMLPrinter(doublesDollars: false)
    printer.print(map, indent: indent)
    return printer.text
  }

  /// A section of names, each once; nil where there is none.
  private func declaration(_ key: String, _ names: [String]) -> String? {
    var seen: Set = ["default"]
    let own = names.filter { seen.insert($0).inserted }
    guard !own.isEmpty else { return nil }
    return "\(key):\n" + own.map { "  \(YAMLScalarText.text(of: $0)):\n" }.joined()
  }
}
