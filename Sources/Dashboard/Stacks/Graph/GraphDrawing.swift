import TerminalUI

/// Draws a graph that has been laid out.
struct GraphDrawing {
  private let graph: ServiceGraph
  private let layout: GraphLayout
  private let glyphs: GlyphSet
  private let channels: [GraphTracks]
  /// Where each level begins, and how wide its boxes are.
  private var columns: [(start: Int, width: Int)] = []
  private var grid: GraphGrid

  /// The rows of a graph's connected part.
  static func rows(_ graph: ServiceGraph, _ glyphs: GlyphSet) -> [StyledText] {
    var drawing = GraphDrawing(graph, glyphs)
    for level in drawing.layout.levels.indices { drawing.drawBoxes(level) }
    for level in drawing.channels.indices { drawing.drawLinks(level) }
    return drawing.grid.rows
  }

  private init(_ graph: ServiceGraph, _ glyphs: GlyphSet) {
    self.graph = graph
    self.glyphs = glyphs
    layout = GraphLayout(graph)
    let layout = layout
    channels = layout.levels.indices.dropLast().map { GraphTracks(layout, from: $0) }
    var column = 0
    for level in layout.levels.indices {
      let width = layout.levels[level].map { Self.width(of: layout.vertices[$0], graph, layout) }.max() ?? 0
      columns.append((column, width))
      // A blank line before the first track, two cells for the head of the arrow behind the last.
      column += width + (level < channels.count ? 2 * channels[level].count + 2 : 0)
    }
    grid = GraphGrid(columns: column, rows: layout.rows, glyphs: glyphs)
  }

  private static func width(of vertex: GraphLayout.Vertex, _ graph: ServiceGraph, _ layout: GraphLayout)
    -> Int
  {
    guard let node = vertex.node else { return 1 }
    let texts =
      [graph.nodes[node].title]
      + (vertex.inputs.isEmpty
        ? [graph.nodes[node].detail]
        : vertex.inputs.compactMap { layout.links[$0].edge.map { graph.edges[$0].label } })
    return (texts.map(\.columns).max() ?? 0) + 4
  }

  private mutating func drawBoxes(_ level: Int) {
    let (start, width) = columns[level]
    for index in layout.levels[level] {
      let vertex = layout.vertices[index]
      guard let node = vertex.node else {
        grid.horizontal(vertex.row, from: start - 1, to: start + width, line(vertex))
        continue
      }
      grid.box(start, vertex.row, columns: width, rows: vertex.height, Style(.border))
      grid.write(graph.nodes[node].title, start + 2, vertex.row + 1, columns: width - 4)
      if vertex.inputs.isEmpty {
        grid.write(graph.nodes[node].detail, start + 2, vertex.row + 2, columns: width - 4)
      }
      for link in vertex.inputs {
        guard let edge = layout.links[link].edge else { continue }
        grid.write(graph.edges[edge].label, start + 2, layout.inRow(link), columns: width - 4)
      }
    }
  }

  /// Each service's edges have a colour of their own.
  private func line(_ vertex: GraphLayout.Vertex) -> Style { Style(SourceRole.role(vertex.source)) }

  private mutating func drawLinks(_ level: Int) {
    let channel = channels[level]
    let start = columns[level].start + columns[level].width
    let end = columns[level + 1].start
    for index in channel.links {
      let link = layout.links[index]
      let from = layout.vertices[link.from]
      let row = layout.inRow(index)
      let style = line(from)
      let isHead = link.edge != nil
      let last = isHead ? end - 2 : end
      if let track = channel.tracks[link.from] {
        let column = start + 1 + 2 * track
        grid.horizontal(from.outRow, from: start - 1, to: column, style)
        grid.vertical(column, from: min(from.outRow, row), to: max(from.outRow, row), style)
        grid.horizontal(row, from: column, to: last, style)
      } else {
        grid.horizontal(row, from: start - 1, to: last, style)
      }
      if isHead { grid.put(glyphs.closed, end - 1, row, style) }
      if from.node != nil { joinBox(start - 1, from.outRow) }
    }
  }

  /// Where an edge leaves a box.
  private mutating func joinBox(_ column: Int, _ row: Int) {
    grid.put(glyphs.box.leftJoint, column, row, Style(.border))
  }
}
