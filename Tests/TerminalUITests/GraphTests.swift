import Testing

@testable import TerminalUI

@Suite struct GraphTests {
  private func drawn(_ graph: Graph, _ columns: Int, _ rows: Int, _ glyphs: GlyphSet = .unicode) -> Frame {
    var canvas = Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
    graph.draw(into: &canvas, in: canvas.bounds)
    return canvas.frame
  }

  @Test func `a sparkline has its newest value at the right`() {
    let values: [Double] = [9, 0, 1, 2, 4, 8]
    #expect(Sparkline.text(values: values, columns: 5, glyphs: .unicode) == "▁▁▂▄█")
    #expect(Sparkline.text(values: [4, 8], columns: 4, maximum: 16, glyphs: .unicode) == "  ▂▄")
    #expect(Sparkline.text(values: [.nan, 1], columns: 2, glyphs: .ascii) == " #")
    #expect(Sparkline.text(values: [0, 0], columns: 2, glyphs: .unicode) == "▁▁")
    #expect(Sparkline.text(values: [1], columns: 0, glyphs: .unicode) == "")
  }

  @Test func `a rising series climbs in dots`() {
    let graph = Graph(series: (1...8).map(Double.init), maximum: 8)
    #expect(drawn(graph, 4, 2).plainText == "  ⣠⣾\n⣠⣾⣿⣿")
  }

  @Test func `fewer values than dots leave the left empty`() {
    #expect(drawn(Graph(series: [4], maximum: 4), 3, 1).plainText == "  ⢸")
  }

  @Test func `labels stand at the left, from the maximum to zero`() {
    let graph = Graph(series: [100, 100], maximum: 100, labels: ["100%", "50%", "0%"])
    #expect(drawn(graph, 7, 3).plainText == "100%  ⣿\n 50%  ⣿\n  0%  ⣿")
  }

  @Test func `the height decides the role`() {
    let frame = drawn(Graph(series: [9, 9], maximum: 9), 1, 3)
    #expect(frame.cells.map(\.style.role) == [.graphHigh, .graphMiddle, .graphLow])
  }

  @Test func `in ASCII each column is one value`() {
    #expect(drawn(Graph(series: [1, 8, 16], maximum: 16), 3, 2, .ascii).plainText == "  #\n.##")
  }

  @Test func `no maximum draws nothing`() {
    #expect(drawn(Graph(series: [1, .infinity, .nan], maximum: 0), 3, 1).plainText == "")
    #expect(drawn(Graph(series: [.infinity, .nan], maximum: 1), 1, 1).plainText == "⡇")
  }
}
