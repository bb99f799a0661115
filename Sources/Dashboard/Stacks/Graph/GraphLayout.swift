import TerminalUI

/// Where the boxes of a graph stand: a column for each level, the edges between two columns in tracks of their own.
///
/// Boxes start at even rows. Their way out is on an odd row, their ways in are on even ones, so that no edge ever lies on
/// another. An edge over several levels has a place of its own in each that it passes.
struct GraphLayout {
  /// A box, or the place at which an edge passes a column.
  struct Vertex {
    /// The node; nil for an edge that passes.
    let node: Int?
    /// The node whose edges these are.
    let source: Int
    let level: Int
    /// The top row; always even.
    var row = 0
    var height = 2
    /// The edges that come in, in the order of their rows.
    var inputs: [Int] = []

    /// The row on which edges leave.
    var outRow: Int { node == nil ? row : row + 1 }
  }

  /// A piece of an edge, from one column to the next.
  struct Link {
    /// The vertices.
    let from: Int
    let to: Int
    /// The edge that ends here; nil where it goes on.
    let edge: Int?
  }

  private(set) var vertices: [Vertex] = []
  private(set) var links: [Link] = []
  /// The vertices of each level, from top to bottom.
  private(set) var levels: [[Int]] = []

  init(_ graph: ServiceGraph) {
    let nodeLevels = graph.levels
    levels = Array(repeating: [], count: (nodeLevels.compactMap { $0 }.max() ?? -1) + 1)
    var boxes: [Int: Int] = [:]
    for (node, level) in nodeLevels.enumerated() {
      guard let level else { continue }
      boxes[node] = add(Vertex(node: node, source: node, level: level))
    }
    var passes: [Int: [Int: Int]] = [:]
    for (index, edge) in graph.edges.enumerated() {
      guard var from = boxes[edge.from], let to = boxes[edge.to] else { continue }
      for level in vertices[from].level + 1..<max(vertices[from].level + 1, vertices[to].level) {
        let isNew = passes[edge.from]?[level] == nil
        let pass = passes[edge.from]?[level] ?? add(Vertex(node: nil, source: edge.from, level: level))
        passes[edge.from, default: [:]][level] = pass
        if isNew { links.append(Link(from: from, to: pass, edge: nil)) }
        from = pass
      }
      links.append(Link(from: from, to: to, edge: index))
    }
    for vertex in vertices.indices where vertices[vertex].node != nil {
      let count = links.count { $0.to == vertex }
      vertices[vertex].height = 2 + max(2, 2 * count)
    }
    order()
    place()
    sortInputs()
  }

  private mutating func add(_ vertex: Vertex) -> Int {
    vertices.append(vertex)
    levels[vertex.level].append(vertices.count - 1)
    return vertices.count - 1
  }

  /// The row at which a link comes in.
  func inRow(_ link: Int) -> Int {
    let to = vertices[links[link].to]
    guard to.node != nil, let place = to.inputs.firstIndex(of: link) else { return to.row }
    return to.row + 2 + 2 * place
  }

  /// The links that lead from a level to the next one.
  func links(from level: Int) -> [Int] { links.indices.filter { vertices[links[$0].from].level == level } }

  /// The rows that all of it takes.
  var rows: Int { vertices.map { $0.row + $0.height }.max() ?? 0 }

  /// Sorts each level by where its neighbours stand, back and forth, so that few edges cross.
  private mutating func order() {
    for sweep in 0..<6 {
      let isForward = sweep % 2 == 0
      for level in isForward ? Array(levels.indices) : levels.indices.reversed() {
        var place: [Int: Double] = [:]
        for neighbours in levels {
          for (index, vertex) in neighbours.enumerated() { place[vertex] = Double(index) }
        }
        let keyed = levels[level].enumerated().map { index, vertex -> (Double, Int, Int) in
          let others = links.compactMap { link -> Int? in
            isForward ? (link.to == vertex ? link.from : nil) : (link.from == vertex ? link.to : nil)
          }
          let places = others.compactMap { place[$0] }
          let mean = places.isEmpty ? Double(index) : places.reduce(0, +) / Double(places.count)
          return (mean, index, vertex)
        }
        levels[level] = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      }
    }
  }

  /// Gives each vertex its row, as near to what it is connected with as those above it allow.
  private mutating func place() {
    for level in levels.indices { stack(level, levels[level].map { _ in nil }) }
    for level in levels.indices.dropFirst() {
      stack(
        level,
        levels[level].map { vertex in
          mean(links.filter { $0.to == vertex }.map { vertices[$0.from].outRow - 2 })
        })
    }
    for level in levels.indices.dropLast().reversed() {
      stack(
        level,
        levels[level].map { vertex in
          mean(links.filter { $0.from == vertex }.map { vertices[$0.to].outRow })
        })
    }
    let top = vertices.map(\.row).min() ?? 0
    for vertex in vertices.indices { vertices[vertex].row -= top }
  }

  private func mean(_ rows: [Int]) -> Int? { rows.isEmpty ? nil : rows.reduce(0, +) / rows.count }

  /// Puts the vertices of a level below each other, each at the row that it wishes where there is room.
  private mutating func stack(_ level: Int, _ wishes: [Int?]) {
    var next = 0
    for (vertex, wish) in zip(levels[level], wishes) {
      let row = max(next, (wish ?? next) & ~1)
      vertices[vertex].row = row
      next = row + vertices[vertex].height
    }
  }

  /// Lets edges come in from top to bottom in the order in which they come along.
  private mutating func sortInputs() {
    for vertex in vertices.indices {
      vertices[vertex].inputs = links.indices.filter { links[$0].to == vertex }
        .sorted { (vertices[links[$0].from].outRow, $0) < (vertices[links[$1].from].outRow, $1) }
    }
  }
}
