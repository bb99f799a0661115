/// A graph of one row: one column a value.
public enum Sparkline {
  /// The newest `columns` of `values` (oldest first) as one step each, the newest at the right; where there
  /// are fewer, the left stays blank. `maximum` is what a full step stands for; `nil` takes the largest value
  /// shown. Zero is the lowest visible step, so that "nothing happens" differs from "nothing known";
  /// not-a-number is blank.
  public static func text(values: [Double], columns: Int, maximum: Double? = nil, glyphs: GlyphSet) -> String
  {
    guard columns > 0 else { return "" }
    let shown = values.suffix(columns)
    let top = maximum ?? shown.filter(\.isFinite).max() ?? 0
    let blanks = String(repeating: " ", count: columns - shown.count)
    return blanks + String(shown.map { step($0, of: top, glyphs: glyphs) })
  }

  private static func step(_ value: Double, of top: Double, glyphs: GlyphSet) -> Character {
    guard !value.isNaN else { return " " }
    let full = glyphs.steps.count - 1
    guard top > 0, value > 0 else { return glyphs.steps[1] }
    let part = min(1, value / top)
    return glyphs.steps[max(1, Int((part * Double(full)).rounded(.up)))]
  }
}
