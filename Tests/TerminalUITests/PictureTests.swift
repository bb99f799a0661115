import Testing

@testable import TerminalUI

/// A frame as an SVG picture.
@Suite struct PictureTests {
  private func svg(_ theme: Theme, _ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(size: Size(columns: 6, rows: 2))
    draw(&canvas)
    return canvas.frame.svgText(theme: theme)
  }

  private let theme = Theme(
    name: "t", roles: [.text: .init(.rgb(red: 240, green: 240, blue: 240)), .error: .init(.ansi(1), .bold)],
    backdrops: [.selection: .rgb(red: 0, green: 0, blue: 95)])

  @Test func eachRunStandsInItsColumns() {
    let text = svg(theme) { $0.write("日no", at: Point(column: 1, row: 1), style: Style(.error)) }
    #expect(
      text.contains(
        "<tspan x=\"8\" textLength=\"32\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#cd0000\" "
          + "font-weight=\"bold\">日no</tspan>"))
    #expect(text.contains("viewBox=\"0 0 48 30\""))
  }

  @Test func whatIsBehindIsARectangle() {
    let text = svg(theme) { $0.write("ab", at: Point(column: 0, row: 0), style: Style(on: .selection)) }
    #expect(text.contains("<rect x=\"0\" y=\"0\" width=\"16\" height=\"15\" fill=\"#00005f\"/>"))
  }

  @Test func nothingInItIsMarkup() {
    let text = svg(theme) { $0.write("<a&b>", at: Point(column: 0, row: 0), style: Style()) }
    #expect(text.contains("&lt;a&amp;b&gt;") && !text.contains("<a"))
  }

  @Test func aThemeForLightTerminalsHasALightGround() {
    var light = theme
    light.roles[.text] = .init(.rgb(red: 20, green: 20, blue: 20))
    #expect(svg(light) { _ in }.contains("fill=\"#ffffff\""))
    #expect(svg(theme) { _ in }.contains("fill=\"#101418\""))
  }
}
