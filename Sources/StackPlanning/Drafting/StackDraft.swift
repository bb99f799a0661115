import ComposeFile
import EngineModel

/// A Compose file that is written from containers as they are: what their images do not say already. Volumes and
/// networks that are there are used as they are (`external`), so that no data is left behind. What a Compose file cannot
/// say is named at the top.
package struct StackDraft {
  /// The project's name.
  let name: String
  /// The services, by name, in the order of their containers.
  private(set) var services: [(name: String, definition: ComposeMap)] = []
  /// The networks that the services are in, by the name on the engine.
  private(set) var networks: [String] = []
  /// The engine's names of the volumes that are mounted, by the key in the file.
  private(set) var volumes: [(key: String, name: String)] = []
  /// What is left out, a sentence each.
  package private(set) var remarks: [String] = []

  /// The draft of containers, with the answers of GET /images/{id}/json of their images. `names` are those of all
  /// containers of the engine, for what is shared with one that is not drafted. `standardCgroup` is the namespace of
  /// control groups that containers get without asking: "host" on hosts with version 1, "private" elsewhere.
  package init(
    of containers: [(ContainerDetails, JSONValue?)], name: String, names: [ContainerID: String] = [:],
    standardCgroup: String? = nil
  ) {
    self.name = name
    var taken: Set<String> = []
    let called = containers.map { ($0.0.id, Self.free($0.0.name, &taken)) }
    let peers = DraftPeers(
      services: Dictionary(called) { first, _ in first },
      names: names.merging(containers.map { ($0.0.id, $0.0.name) }) { $1 }, standardCgroup: standardCgroup)
    for (index, (details, image)) in containers.enumerated() {
      var service = DraftedService(details, image: image, name: called[index].1, peers: peers)
      service.write()
      services.append((service.name, service.definition))
      for network in service.networks where !networks.contains(network) { networks.append(network) }
      for volume in service.volumes where !volumes.contains(where: { $0.key == volume.key }) {
        volumes.append(volume)
      }
      remarks += service.leftOut.map { "\(service.name): \($0)" }
    }
  }

  /// The file.
  package var yaml: String {
    var sections = ["name: \(name)\n"]
    let blocks = services.map { service in
      ComposeMap([(service.name, ComposeNode(.map(service.definition)))]).yaml(indent: 2)
    }
    sections.append("services:\n" + blocks.joined(separator: "\n"))
    let nets = networks.map { ($0, Self.external($0)) }
    if !nets.isEmpty { sections.append("networks:\n" + ComposeMap(nets).yaml(indent: 2)) }
    let kept = volumes.map { ($0.key, Self.external($0.name)) }
    if !kept.isEmpty { sections.append("volumes:\n" + ComposeMap(kept).yaml(indent: 2)) }
    return head + sections.joined(separator: "\n")
  }

  private var head: String {
    guard !remarks.isEmpty else { return "" }
    return "# Left out, since a Compose file does not say it:\n" + remarks.map { "#   \($0)\n" }.joined()
      + "\n"
  }

  /// A name in the letters that Compose takes for projects.
  package static func projectName(_ name: String) -> String {
    let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    let plain = String(letters.drop { "_-".contains($0) })
    return plain.isEmpty ? "project" : plain
  }

  private static func external(_ name: String) -> ComposeNode {
    ComposeNode(.map(ComposeMap([("external", .bool(true)), ("name", .text(name))])))
  }

  /// A service's name: the container's, in the letters that Compose takes.
  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    let plain = String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
    let first = plain.first { $0 != "-" } == nil ? "service" : plain
    var candidate = first
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(first)-\(number)"
      number += 1
    }
    return candidate
  }
}

/// What a drafted service may refer to.
struct DraftPeers {
  /// The services that are drafted with it, by their containers.
  let services: [ContainerID: String]
  /// The names of all containers.
  let names: [ContainerID: String]
  /// The namespace of control groups that nobody asked for; nil where that is not known.
  let standardCgroup: String?

  /// How a service says that it shares something with a container: `service:db`, `container:other`.
  func mode(_ container: String) -> String {
    let id = ContainerID(container)
    if let service = service(container) { return "service:\(service)" }
    return "container:\(names[id] ?? container)"
  }

  /// The service of a container that is called by its id or its name.
  func service(_ container: String) -> String? {
    services[ContainerID(container)] ?? services.first { names[$0.key] == container }?.value
  }
}
