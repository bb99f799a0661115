/// A part of the screen on which a press of the mouse means something, noted where it is drawn: so what is pressed and
/// what is seen cannot differ.
public struct HotSpot: Sendable, Hashable {
  /// What a press means.
  public enum Meaning: Sendable, Hashable {
    /// The same as these keys, one after the other.
    case keys([KeyPress])
    /// The entry with this number, from 0, of the list that takes the keys.
    case entry(Int)
    /// The title of a column, by the column's name.
    case column(String)
  }

  /// Where it is.
  public let rect: Rect
  public let meaning: Meaning

  /// A part of the screen with its meaning.
  public init(_ rect: Rect, _ meaning: Meaning) {
    self.rect = rect
    self.meaning = meaning
  }
}

extension Canvas {
  /// Notes what a press on a part of the screen means.
  public mutating func note(_ meaning: HotSpot.Meaning, on rect: Rect) {
    guard !rect.isEmpty else { return }
    spots.append(HotSpot(rect, meaning))
  }

  /// What a press at a point means: what was drawn last lies on top; nil where it means nothing of its own.
  public func meaning(at point: Point) -> HotSpot.Meaning? {
    spots.last { $0.rect.contains(point) }?.meaning
  }
}
