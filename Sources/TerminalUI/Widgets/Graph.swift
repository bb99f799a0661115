/// A filled graph of several rows: braille dots, two values a column and four steps a row; in ASCII one value
/// a column.
public struct Graph: Sendable, Hashable {
  /// The roles of the lower, the middle and the upper third of the scale.
  public struct Roles: Sendable, Hashable {
    /// The lower, the middle and the upper third.
    public var low, middle, high: Role

    /// One role for each third.
    public init(_ low: Role = .graphLow, _ middle: Role = .graphMiddle, _ high: Role = .graphHigh) {
      self.low = low
      self.middle = middle
      self.high = high
    }
  }

  /// The values, oldest first; not-a-number leaves a gap.
  public var series: [Double]
  /// What the top of the graph stands for; not above zero draws nothing but the axis.
  public var maximum: Double
  /// The roles by height.
  public var roles: Roles
  /// Texts at the left, spread evenly from the top row (the maximum) to the bottom row (zero).
  public var labels: [String]
  /// What lies behind.
  public var backdrop: Backdrop

  /// A graph of `series` up to `maximum`.
  public init(
    series: [Double], maximum: Double, roles: Roles = Roles(), labels: [String] = [],
    backdrop: Backdrop = .base
  ) {
    self.series = series
    self.maximum = maximum
    self.roles = roles
    self.labels = labels
    self.backdrop = backdrop
  }

  /// Draws the graph into `rect`, the newest value at its right edge; values that do not fit are left out at
  /// the left.
  public func draw(into canvas: inout Canvas, in rect: Rect) {
    let plot = drawLabels(into: &canvas, in: rect)
    guard !plot.isEmpty, maximum > 0 else { return }
    for row in 0..<plot.rows {
      let style = Style(role(ofRow: row, of: plot.rows), on: backdrop)
      for column in 0..<plot.columns {
        let glyph = glyph(column: column, row: row, plot: plot, canvas.glyphs)
        guard glyph != .space else { continue }
        canvas.put(
          glyph, at: Point(column: plot.column + column, row: plot.row + row), style: style)
      }
    }
  }

  /// How many values a plot of `columns` columns can show, labels not counted.
  public static func capacity(columns: Int, glyphs: GlyphSet) -> Int {
    glyphs.hasBraille ? 2 * columns : columns
  }

  private func drawLabels(into canvas: inout Canvas, in rect: Rect) -> Rect {
    let width = labels.map(TextWidth.columns(of:)).max() ?? 0
    guard width > 0, rect.columns > width + 1, rect.rows > 0 else { return rect }
    for (index, label) in labels.enumerated() {
      let row = labels.count == 1 ? 0 : index * (rect.rows - 1) / (labels.count - 1)
      let column = rect.column + width - TextWidth.columns(of: label)
      canvas.write(
        label, at: Point(column: column, row: rect.row + row), style: Style(.muted, on: backdrop))
    }
    return rect.splitLeft(width + 1).rest
  }

  private func role(ofRow row: Int, of rows: Int) -> Role {
    switch Double(rows - row) / Double(rows) {
    case ...0.34: roles.low
    case ...0.67: roles.middle
    default: rows == 1 ? roles.low : roles.high
    }
  }

  private func glyph(column: Int, row: Int, plot: Rect, _ glyphs: GlyphSet) -> Glyph {
    let above = plot.rows - 1 - row
    guard glyphs.hasBraille else {
      let steps = glyphs.steps.count - 1
      let level = level(at: column, of: plot.columns, height: plot.rows * steps)
      return Glyph(glyphs.steps[min(steps, max(0, level - above * steps))])
    }
    let levels = (0...1).map { side in
      let level = level(at: 2 * column + side, of: 2 * plot.columns, height: 4 * plot.rows)
      return min(4, max(0, level - 4 * above))
    }
    let bits = Self.leftDots[levels[0]] | Self.rightDots[levels[1]]
    return bits == 0 ? .space : Glyph(base: 0x2800 + bits)
  }

  /// The dots of a braille cell's left and right column, filled from below to a height of 0 to 4.
  private static let leftDots: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
  private static let rightDots: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]

  /// The height of the value at `position` of `capacity` positions; anything above zero is at least one step
  /// high.
  private func level(at position: Int, of capacity: Int, height: Int) -> Int {
    let index = series.count - capacity + position
    guard series.indices.contains(index), series[index] > 0 else { return 0 }
    return max(1, Int((min(1, series[index] / maximum) * Double(height)).rounded()))
  }
}
