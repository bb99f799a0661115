/// A line of text in several styles.
public struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A piece in one style.
  public struct Run: Sendable, Hashable {
    /// What is written; never empty inside of a `StyledText`.
    public var text: String
    /// How all of it looks.
    public var style: Style

    /// `text` in `style`.
    public init(_ text: String, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces, from left to right; none is empty.
  public private(set) var runs: [Run]

  /// Text in one style; an empty string makes no run.
  public init(_ text: String = "", _ style: Style = Style()) {
    runs = text.isEmpty ? [] : [Run(text, style)]
  }

  /// Text from pieces; empty ones are left out.
  public init(_ runs: [Run]) { self.runs = runs.filter { !$0.text.isEmpty } }

  /// Text in the plain style.
  public init(stringLiteral value: String) { self.init(value) }

  /// Adds `text` in `style` at the end.
  public mutating func append(_ text: String, _ style: Style = Style()) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text, style))
    }
  }

  /// Adds another text at the end.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }

  /// Both texts, one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// The text alone.
  public var plain: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }
  /// Whether there is no text.
  public var isEmpty: Bool { runs.isEmpty }
  /// The columns that it takes when drawn.
  public var columns: Int { runs.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

  /// The same text with each style passed through `change`.
  public func restyled(_ change: (Style) -> Style) -> StyledText {
    StyledText(runs.map { Run($0.text, change($0.style)) })
  }

  /// The same text on another backdrop.
  public func on(_ backdrop: Backdrop) -> StyledText { restyled { $0.on(backdrop) } }
}
