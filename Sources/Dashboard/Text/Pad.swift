import TerminalUI

/// Texts of a certain width.
enum Pad {
  /// The text with blanks behind it up to a width; longer texts stay as they are.
  static func end(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: text)))
  }

  /// The text with blanks before it up to a width.
  static func start(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - TextWidth.columns(of: text))) + text
  }
}
