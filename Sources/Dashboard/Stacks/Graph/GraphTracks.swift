/// The ways of the edges between two levels: each vertex that they leave has a vertical track.
struct GraphTracks {
  /// The track of each vertex, from 0 at the left.
  private(set) var tracks: [Int: Int] = [:]
  /// The links of the channel.
  let links: [Int]

  private struct Way {
    let vertex: Int
    let out: Int
    let rows: [Int]
    /// Whether all of it is one straight line, which needs no track.
    var isStraight: Bool { rows == [out] }
    var span: ClosedRange<Int> { min(out, rows.min() ?? out)...max(out, rows.max() ?? out) }
  }

  /// The most tracks whose order is looked for by trying all.
  private static let tried = 5

  init(_ layout: GraphLayout, from level: Int) {
    links = layout.links(from: level)
    let ways = layout.levels[level].compactMap { vertex -> Way? in
      let rows = links.filter { layout.links[$0].from == vertex }.map(layout.inRow)
      return rows.isEmpty
        ? nil : Way(vertex: vertex, out: layout.vertices[vertex].outRow, rows: rows.sorted())
    }
    let bent = ways.filter { !$0.isStraight }
    let straight = ways.filter(\.isStraight)
    // Those above turn off last, so that those below do not have to cross them.
    var best = Array(bent.reversed())
    if bent.count <= Self.tried {
      var fewest = Self.crossings(best, straight)
      Self.permutations(bent) { order in
        let count = Self.crossings(order, straight)
        if count < fewest { (fewest, best) = (count, order) }
      }
    }
    for (track, way) in best.enumerated() { tracks[way.vertex] = track }
  }

  var count: Int { tracks.count }

  /// How often edges would cross; lying on each other counts a thousand times.
  private static func crossings(_ order: [Way], _ straight: [Way]) -> Int {
    var sum = 0
    for (track, way) in order.enumerated() {
      for (other, rival) in order.enumerated() where other != track {
        if way.span.contains(rival.out), track < other { sum += way.rows.contains(rival.out) ? 1_000 : 1 }
        if track > other { sum += rival.rows.count(where: way.span.contains) }
      }
      sum += straight.count { way.span.contains($0.out) }
    }
    return sum
  }

  private static func permutations(_ ways: [Way], _ body: ([Way]) -> Void) {
    var order = ways
    func go(_ place: Int) {
      guard place < order.count else { return body(order) }
      for other in place..<order.count {
        order.swapAt(place, other)
        go(place + 1)
        order.swapAt(place, other)
      }
    }
    go(0)
  }
}
