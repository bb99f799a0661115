import TerminalUI

/// Texts that are no use in part, such as ports.
enum WholeWords {
  /// As many whole words as there is room for, and how many there are more: `80→8080 +3`.
  static func text(_ text: StyledText, columns: Int) -> StyledText {
    guard text.columns > columns else { return text }
    let words = text.plain.split(separator: " ")
    let style = text.runs.first?.style ?? Style()
    var (kept, width) = (0, 0)
    for (index, word) in words.enumerated() {
      let further = words.count - index - 1
      let sign = further == 0 ? 0 : " +\(further)".count
      let wanted = width + (index == 0 ? 0 : 1) + TextWidth.columns(of: String(word))
      guard wanted + sign <= columns else { break }
      (kept, width) = (index + 1, wanted)
    }
    let shown = words.prefix(kept).joined(separator: " ")
    guard kept < words.count else { return StyledText(shown, style) }
    return StyledText(shown.isEmpty ? "" : shown + " ", style)
      + StyledText("+\(words.count - kept)", Style(.muted))
  }
}
