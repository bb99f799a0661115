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
    /// The text of the field with this number, from 0: a press puts the cursor into it.
    case field(Int)
    /// The word with this number of the field `of`, which is one of a few.
    case option(Int, of: Int)
    /// A scroll bar, whose grip can be moved.
    case scrollBar(ScrollBar)
    /// The line between two parts of the screen, which can be moved.
    case splitter
    /// What a text that is being typed can become, by its number in the list of that.
    case completion(Int)
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

/// What a scroll bar shows.
public struct ScrollBar: Sendable, Hashable {
  /// What it scrolls.
  public enum Subject: Sendable, Hashable {
    /// The text beside the lists.
    case details
    /// What lies over everything and takes the keys.
    case overlay
    /// The list with this digit.
    case pane(Int)
  }

  public let of: Subject
  /// How many rows there are.
  public let total: Int
  /// How many of them are seen.
  public let visible: Int
}

extension Canvas {
  /// Draws a scroll bar as the other `scrollbar` does, and notes that its grip can be moved.
  public mutating func scrollbar(
    of subject: ScrollBar.Subject, in rect: Rect, total: Int, visible: Int, offset: Int, style: Style
  ) {
    guard total > visible, visible > 0 else { return }
    scrollbar(in: rect, total: total, visible: visible, offset: offset, style: style)
    note(.scrollBar(ScrollBar(of: subject, total: total, visible: visible)), on: rect)
  }

  /// Notes what a press on a part of the screen means.
  public mutating func note(_ meaning: HotSpot.Meaning, on rect: Rect) {
    guard !rect.isEmpty else { return }
    spots.append(HotSpot(rect, meaning))
  }

  /// The part of the screen that a press at a point is about: what was drawn last lies on top; nil where it means
  /// nothing of its own.
  public func spot(at point: Point) -> HotSpot? { spots.last { $0.rect.contains(point) } }

  /// What a press at a point means; nil where it means nothing of its own.
  public func meaning(at point: Point) -> HotSpot.Meaning? { spot(at: point)?.meaning }
}
