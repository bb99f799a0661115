import TerminalUI

/// Log text without its escape sequences, for filters and for the clipboard.
enum SGRStripping {
  /// The text as it is read; the same string when there is nothing to take out.
  static func plain(_ text: String) -> String {
    let hasEscape = text.utf8.contains { $0 == 0x1B || $0 == 0x9B || $0 == 0x09 }
    return hasEscape ? SGRText.parse(text).plain : text
  }
}
