/// Which rows of a long list are on the screen.
public enum ListViewport {
  /// The index of the first row shown, so that `selected` is among the `visible` rows with `margin` rows
  /// above and below where there are any, and the list moves as little as possible from `previous`. The last
  /// page is kept full.
  public static func offset(count: Int, selected: Int?, visible: Int, previous: Int, margin: Int = 2) -> Int {
    let last = max(0, count - visible)
    guard visible > 0, count > visible else { return 0 }
    guard let selected, count > 0 else { return min(max(0, previous), last) }
    let row = min(max(0, selected), count - 1)
    let edge = max(0, min(margin, (visible - 1) / 2))
    var offset = previous
    if row < offset + edge { offset = row - edge }
    if row > offset + visible - 1 - edge { offset = row - visible + 1 + edge }
    return min(max(0, offset), last)
  }
}
