import EngineModel
import TerminalUI

extension Tab {
  /// What waits for what.
  static let stackGraph = Tab.rows("graph", "Graph", needsEngine: false) { row, columns, state in
    StackGraphText.rows(row, columns: columns, state.engine(of: row), state.glyphs)
  }
}

/// The Graph tab: what waits for what, drawn from left to right in the order of the start.
enum StackGraphText {
  /// The fewest columns in which boxes are drawn; below that it is a list.
  private static let narrowColumns = 46

  static func rows(
    _ subject: RowID, columns: Int, _ engine: EngineState, _ glyphs: GlyphSet
  ) -> [StyledText] {
    guard let key = subject.stackKey else { return [] }
    let graph = ServiceGraph(key, around: subject.serviceName, engine, glyphs)
    guard !graph.nodes.isEmpty else {
      return [StyledText(engine.filesTrouble(of: key) ?? "no services known yet", Style(.muted))]
    }
    let warnings = graph.circles.map { StyledText("\(glyphs.caution) \($0)", Style(.warning)) }
    let body = columns < narrowColumns ? list(graph) : drawn(graph, columns: columns, glyphs)
    return warnings + body
  }

  private static func drawn(_ graph: ServiceGraph, columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    var rows: [StyledText] = []
    if !graph.edges.isEmpty {
      rows += GraphDrawing.rows(graph, glyphs)
    }
    let isolated = graph.isolated
    guard !isolated.isEmpty else { return rows }
    if !rows.isEmpty {
      rows.append("")
      rows.append(StyledText("without dependencies:", Style(.muted)))
    }
    return rows + shelf(isolated.map { graph.nodes[$0] }, columns: columns, glyphs)
  }

  /// Boxes side by side, as many as fit.
  private static func shelf(
    _ nodes: [ServiceGraph.Node], columns: Int, _ glyphs: GlyphSet
  ) -> [StyledText] {
    let width = 4 + (nodes.map { max($0.title.columns, $0.detail.columns) }.max() ?? 0)
    let count = max(1, (columns + 1) / (width + 1))
    let lines = (nodes.count + count - 1) / count
    var grid = GraphGrid(columns: min(count, nodes.count) * (width + 1), rows: lines * 4, glyphs: glyphs)
    for (index, node) in nodes.enumerated() {
      let column = index % count * (width + 1)
      let row = index / count * 4
      grid.box(column, row, columns: width, rows: 4, Style(.border))
      grid.write(node.title, column + 2, row + 1, columns: width - 4)
      grid.write(node.detail, column + 2, row + 2, columns: width - 4)
    }
    return grid.rows
  }

  /// The services in the order in which they start, under each what it waits for.
  private static func list(_ graph: ServiceGraph) -> [StyledText] {
    let levels = graph.levels
    let order = graph.nodes.indices.sorted { (levels[$0] ?? 0, $0) < (levels[$1] ?? 0, $1) }
    return order.flatMap { node -> [StyledText] in
      let needs = graph.edges.filter { $0.to == node }.map { edge in
        StyledText("    ") + edge.label + StyledText(" ") + StyledText(graph.nodes[edge.from].name.rawValue)
      }
      return [graph.nodes[node].title] + needs
    }
  }
}
