import EngineModel
import TerminalUI

extension Tab {
  /// The ports of a container, and who else has or wants the same ones; such a row opens the container.
  static let ports = Tab.rows(
    "ports", "Ports", reads: .document,
    opens: { row, state in
      PortRows(row, state).lines.map { line in line.other.map { .container($0, on: row.engine) } }
    },
    { row, _, state in PortRows(row, state).lines.map(\.text) })
}

/// The Ports tab.
struct PortRows {
  /// A row, and the container that it is about where it is not this one.
  struct Line {
    let text: StyledText
    var other: ContainerID?
  }

  /// A port as it is published, or as it will be when the container starts.
  private struct Port: Hashable {
    let inside: String
    let address: String
    let outside: Int?
  }

  private(set) var lines: [Line] = []

  init(_ row: RowID, _ state: SharedState) {
    let engine = state.engine(of: row)
    guard let container = state.container(row) else { return }
    let ports = Self.ports(of: container, engine)
    guard !ports.isEmpty else {
      lines = [Line(text: StyledText("no ports, neither published nor named by the image", Style(.muted)))]
      return
    }
    let width = ports.map(\.inside.count).max() ?? 0
    for port in ports {
      lines.append(Line(text: Self.text(port, width, isUp: container.isAlive, host: engine.host)))
      guard let outside = port.outside else { continue }
      for other in Self.others(with: outside, than: container.id, engine) {
        let holds = container.isAlive ? "has \(outside) too" : "holds \(outside) now: it cannot start"
        lines.append(
          Line(
            text: StyledText(Pad.end("", width + 2) + other.name, Style(.warning))
              + StyledText(" \(holds)", Style(.muted)), other: other.id))
      }
    }
  }

  /// The ports of a container that runs as they are; of another one as its definition has them.
  private static func ports(of container: ContainerSummary, _ engine: EngineState) -> [Port] {
    var ports = container.ports.map { port in
      Port(inside: "\(port.privatePort)/\(port.proto)", address: port.address ?? "", outside: port.publicPort)
    }
    if !container.isAlive,
      case .container(let details)? = engine.documents[.container(container.id)]?.document
    {
      for member in details.document["HostConfig"]["PortBindings"].members {
        ports += member.value.elements.map { binding in
          Port(
            inside: member.key, address: binding["HostIp"].string ?? "",
            outside: binding["HostPort"].string.flatMap { Int($0) })
        }
      }
    }
    var seen: Set<Port> = []
    return ports.filter { seen.insert($0).inserted }
      .sorted { ($0.outside ?? .max, $0.inside, $0.address) < ($1.outside ?? .max, $1.inside, $1.address) }
  }

  private static func text(_ port: Port, _ width: Int, isUp: Bool, host: String) -> StyledText {
    let inside = StyledText(Pad.end(port.inside, width + 2), Style(.syntaxKey))
    guard let outside = port.outside else { return inside + StyledText("not published", Style(.muted)) }
    let isEverywhere = ["", "0.0.0.0", "::"].contains(port.address)
    let address = port.address.contains(":") ? "[\(port.address)]" : port.address
    var text = inside + StyledText("\(isEverywhere && port.address.isEmpty ? "" : address + ":")\(outside)")
    text.append(isEverywhere ? "  every address of \(host)" : "", Style(.muted))
    if ["127.0.0.1", "::1"].contains(port.address) { text.append("  from this host only", Style(.muted)) }
    if !isUp { text.append("  when it starts", Style(.muted)) }
    return text
  }

  /// The other containers that publish a port now.
  private static func others(
    with port: Int, than id: ContainerID, _ engine: EngineState
  ) -> [ContainerSummary] {
    engine.facts.containers.values
      .filter { $0.id != id && $0.isAlive && $0.ports.contains { $0.publicPort == port } }
      .sorted { $0.name < $1.name }
  }
}
