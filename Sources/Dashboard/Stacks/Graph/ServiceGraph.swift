import EngineModel
import TerminalUI

/// The services of a stack, and what each waits for before it starts.
struct ServiceGraph {
  /// A service.
  struct Node {
    let name: ServiceName
    /// Its state as a glyph, its name, how many replicas run.
    let title: StyledText
    /// A word on its state, where there is room for it.
    let detail: StyledText
  }

  /// One service that waits for another.
  struct Edge: Hashable {
    /// The one that is waited for.
    let from: Int
    /// The one that waits.
    let to: Int
    /// What it waits for, and whether that is so now.
    let label: StyledText
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Services that wait for each other in a circle: each edge that closes one is left out.
  private(set) var circles: [String] = []

  /// The graph of a stack; of a service what it waits for and what waits for it, directly or not.
  init(_ key: ProjectKey, around service: ServiceName?, _ engine: EngineState, _ glyphs: GlyphSet) {
    var names = engine.serviceNames(of: key)
    let needs = Dictionary(
      uniqueKeysWithValues: names.map { ($0, engine.dependencies(of: $0, in: key)) })
    if let service {
      let related = Self.related(to: service, needs.mapValues { $0.map(\.service) })
      names = names.filter(related.contains)
    }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    nodes = names.map { name in
      Node(
        name: name, title: Self.title(name, key, isFocus: name == service, engine, glyphs),
        detail: Self.detail(name, key, engine))
    }
    for (index, name) in names.enumerated() {
      for need in needs[name] ?? [] {
        guard let from = places[need.service], from != index else { continue }
        edges.append(Edge(from: from, to: index, label: Self.label(need, key, engine, glyphs)))
      }
    }
    openCircles()
  }

  /// The nodes that no edge touches.
  var isolated: [Int] {
    let touched = Set(edges.flatMap { [$0.from, $0.to] })
    return nodes.indices.filter { !touched.contains($0) }
  }

  /// How many steps each node is away from those that wait for nothing; nil for the nodes without edges.
  var levels: [Int?] {
    let touched = Set(edges.flatMap { [$0.from, $0.to] })
    var levels: [Int?] = nodes.indices.map { touched.contains($0) ? 0 : nil }
    // Without circles the longest way has as many steps as there are nodes at most.
    for _ in nodes.indices {
      var hasChanged = false
      for edge in edges where (levels[edge.to] ?? 0) <= (levels[edge.from] ?? 0) {
        levels[edge.to] = (levels[edge.from] ?? 0) + 1
        hasChanged = true
      }
      if !hasChanged { break }
    }
    return levels
  }

  /// Leaves out the edges that lead back to where one has come from.
  private mutating func openCircles() {
    var onTheWay: Set<Int> = []
    var done: Set<Int> = []
    var dropped: Set<Edge> = []
    let outgoing = Dictionary(grouping: edges, by: \.from)
    func visit(_ node: Int) {
      onTheWay.insert(node)
      for edge in outgoing[node] ?? [] {
        if onTheWay.contains(edge.to) {
          dropped.insert(edge)
        } else if !done.contains(edge.to) {
          visit(edge.to)
        }
      }
      onTheWay.remove(node)
      done.insert(node)
    }
    for node in nodes.indices where !done.contains(node) { visit(node) }
    guard !dropped.isEmpty else { return }
    circles = edges.filter(dropped.contains).map { edge in
      "\(nodes[edge.to].name.rawValue) and \(nodes[edge.from].name.rawValue) wait for each other"
    }
    edges.removeAll(where: dropped.contains)
  }

  private static func related(to service: ServiceName, _ needs: [ServiceName: [ServiceName]]) -> Set<
    ServiceName
  > {
    func closure(_ next: (ServiceName) -> [ServiceName]) -> Set<ServiceName> {
      var found: Set<ServiceName> = [service]
      var open = [service]
      while let name = open.popLast() {
        for other in next(name) where found.insert(other).inserted { open.append(other) }
      }
      return found
    }
    return closure { needs[$0] ?? [] }
      .union(closure { name in needs.filter { $0.value.contains(name) }.map(\.key) })
  }
}

/// How a service looks in the graph.
extension ServiceGraph {
  private static func title(
    _ name: ServiceName, _ key: ProjectKey, isFocus: Bool, _ engine: EngineState, _ glyphs: GlyphSet
  ) -> StyledText {
    let state = engine.serviceState(of: name, in: key)
    let (count, word) = (state.count, state.word)
    var text = bullet(name, key, engine, glyphs)
    text.append(
      " \(TextWidth.truncated(name.rawValue, to: 24))", Style(isFocus ? .accent : .text).adding(.bold))
    text.append(" \(count.isEmpty ? word : count)", Style(.muted))
    return text
  }

  private static func detail(_ name: ServiceName, _ key: ProjectKey, _ engine: EngineState) -> StyledText {
    let health = StackSummary.health(engine.replicas(of: name, in: key))
    let state = engine.serviceState(of: name, in: key)
    let (word, role) = (state.word, state.role)
    return health.isEmpty ? StyledText(word, Style(role)) : health
  }

  /// The sign of the replica that says most; a dotted one where there is none.
  static func bullet(
    _ name: ServiceName, _ key: ProjectKey, _ engine: EngineState, _ glyphs: GlyphSet
  ) -> StyledText {
    let replicas = engine.replicas(of: name, in: key)
    let worst = replicas.min { StateBadge.urgency($0) < StateBadge.urgency($1) }
    return worst.map { StateBadge.bullet(of: $0, glyphs) }
      ?? StyledText(String(glyphs.dotted), Style(.created))
  }

  static func label(
    _ need: ComposeLabels.Dependency, _ key: ProjectKey, _ engine: EngineState, _ glyphs: GlyphSet
  ) -> StyledText {
    let word =
      switch need.condition {
      case "service_healthy": "healthy"
      case "service_completed_successfully": "completed"
      default: "started"
      }
    let replicas = engine.replicas(of: need.service, in: key)
    let isMet =
      switch need.condition {
      case "service_healthy": !replicas.isEmpty && replicas.allSatisfy { $0.health == .healthy }
      case "service_completed_successfully":
        !replicas.isEmpty && replicas.allSatisfy { $0.state == .exited && $0.exitCode == 0 }
      default: replicas.contains { $0.isAlive }
      }
    let sign = isMet ? glyphs.check : glyphs.dotted
    return StyledText("\(sign) ", Style(isMet ? .success : .warning)) + StyledText(word, Style(.muted))
  }
}
