extension Frame {
  /// The picture as an SVG document in the colours of `theme`, drawn with whatever monospaced font there is: each run of
  /// cells of one look is stretched to its columns. One `text` element a row, so that the text can be read and searched.
  public func svgText(theme: Theme) -> String {
    let (width, height) = (size.columns * SVG.cell.columns, size.rows * SVG.cell.rows)
    let base = SVG.hexadecimal(theme.colour(.base)) ?? (SVG.isForLight(theme) ? "#ffffff" : "#101418")
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="\(SVG.fontSize)">
      <rect width="100%" height="100%" fill="\(base)"/>

      """
    for index in 0..<size.rows { text += svgRow(index, theme, base: base) }
    return text + "</svg>\n"
  }

  private func svgRow(_ index: Int, _ theme: Theme, base: String) -> String {
    let top = index * SVG.cell.rows
    var (behind, runs) = ("", "")
    for run in self.runs(index, theme) {
      let x = run.column * SVG.cell.columns
      let width = run.columns * SVG.cell.columns
      let look = SVG.Look(run.paint, theme, base: base)
      if look.background != base {
        behind +=
          "<rect x=\"\(x)\" y=\"\(top)\" width=\"\(width)\" height=\"\(SVG.cell.rows)\" "
          + "fill=\"\(look.background)\"/>\n"
      }
      guard run.text.contains(where: { $0 != " " }) else {
        runs += run.text
        continue
      }
      runs +=
        "<tspan x=\"\(x)\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\" "
        + "fill=\"\(look.foreground)\"\(look.attributes)>\(SVG.escaped(run.text))</tspan>"
    }
    return behind + "<text y=\"\(top + SVG.baseline)\" xml:space=\"preserve\">\(runs)</text>\n"
  }

  /// Cells of one look, from the left.
  private struct Run {
    var column: Int
    var columns: Int
    var paint: Paint
    var text: String
  }

  private func runs(_ index: Int, _ theme: Theme) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in row(index).enumerated() {
      if cell.isContinuation {
        runs[runs.count - 1].columns += 1
        continue
      }
      let paint = theme.resolve(cell.style, depth: .direct)
      if runs.last?.paint != paint {
        runs.append(Run(column: column, columns: 0, paint: paint, text: ""))
      }
      runs[runs.count - 1].columns += 1
      cell.glyph.append(to: &runs[runs.count - 1].text)
    }
    return runs
  }
}

/// What SVG documents of frames are made of.
private enum SVG {
  /// The size of a cell, and of its font, in pixels.
  static let cell = Size(columns: 8, rows: 15)
  static let fontSize = 13
  static let baseline = 12

  /// `#65ceeb`; nil for what only a terminal knows.
  static func hexadecimal(_ colour: Colour) -> String? {
    guard let parts = colour.components else { return nil }
    func digits(_ value: UInt8) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }
    return "#" + digits(parts.red) + digits(parts.green) + digits(parts.blue)
  }

  /// Whether a theme that leaves the background to the terminal is meant for a light one.
  static func isForLight(_ theme: Theme) -> Bool {
    guard let text = theme.paint(.text).colour.components else { return false }
    return Int(text.red) + Int(text.green) + Int(text.blue) < 3 * 128
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }

  /// A look in the words of SVG.
  struct Look {
    let foreground: String
    let background: String
    let attributes: String

    init(_ paint: Paint, _ theme: Theme, base: String) {
      let text = SVG.hexadecimal(paint.foreground) ?? (SVG.isForLight(theme) ? "#202428" : "#d8dce0")
      let behind = SVG.hexadecimal(paint.background) ?? base
      let isReverse = paint.attributes.contains(.reverse)
      (foreground, background) = isReverse ? (behind, text) : (text, behind)
      var words = ""
      if paint.attributes.contains(.bold) { words += " font-weight=\"bold\"" }
      if paint.attributes.contains(.italic) { words += " font-style=\"italic\"" }
      if paint.attributes.contains(.dim) { words += " opacity=\"0.7\"" }
      let lines = [(Attributes.underline, "underline"), (.strikethrough, "line-through")]
        .filter { paint.attributes.contains($0.0) }.map(\.1)
      if !lines.isEmpty { words += " text-decoration=\"\(lines.joined(separator: " "))\"" }
      attributes = words
    }
  }
}
