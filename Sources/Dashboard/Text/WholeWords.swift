import TerminalUI

/// Texts that are no use in part, such as ports.
enum WholeWords {
  /// The whole words that there is room for, and how many there are more: `80→8080 +3`. One that is too long by itself
  /// makes way for those behind it.
  static func text(_ text: StyledText, columns: Int) -> StyledText {
    guard text.columns > columns else { return text }
    let words = text.plain.split(separator: " ").map(String.init)
    let room = columns - " +\(words.count)".count
    var kept: [String] = []
    for word in words where TextWidth.columns(of: (kept + [word]).joined(separator: " ")) <= room {
      kept.append(word)
    }
    let shown = kept.map { $0 + " " }.joined()
    return StyledText(shown, text.runs.first?.style ?? Style())
      + StyledText("+\(words.count - kept.count)", Style(.muted))
  }
}
