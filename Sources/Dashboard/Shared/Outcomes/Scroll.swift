/// How far a long text is scrolled, be it over the panes or over the whole screen.
struct Scroll: Sendable, Hashable {
  /// The first row on the screen while the end is not followed.
  var offset = 0
  /// Whether the view moves on with the text.
  var follows = false

  /// A step that a key asks for.
  enum Step: Sendable, Hashable {
    case line(Int)
    case halfPage(Int)
    case page(Int)
    case start, end
  }

  /// The first row on the screen, of so many where so many fit.
  func top(rows: Int, page: Int) -> Int {
    let last = max(0, rows - page)
    return follows ? last : max(0, min(offset, last))
  }

  /// Goes a step, stopping at the ends. A text that is followed is followed again from its end.
  mutating func go(_ step: Step, rows: Int, page: Int, canFollow: Bool = false) {
    let page = max(1, page)
    let last = max(0, rows - page)
    let top = top(rows: rows, page: page)
    let place =
      switch step {
      case .line(let count): top + count
      case .halfPage(let count): top + count * max(1, page / 2)
      case .page(let count): top + count * page
      case .start: 0
      case .end: last
      }
    offset = max(0, min(place, last))
    follows = canFollow && offset == last
  }
}
