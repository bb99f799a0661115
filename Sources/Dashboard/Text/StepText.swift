/// The steps of an image's making in words.
enum StepText {
  /// A Dockerfile's instruction without the shell that the builder wrote around it.
  static func instruction(_ text: String) -> String {
    let nop = "/bin/sh -c #(nop) "
    if text.hasPrefix(nop) { return String(text.dropFirst(nop.count).drop { $0 == " " }) }
    let shell = "/bin/sh -c "
    if text.hasPrefix(shell) { return "RUN " + text.dropFirst(shell.count) }
    return text
  }

  /// The same in a few words, for a list; a dash where nobody has said.
  static func short(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "-" }
    return String(instruction(text).prefix(60))
  }
}
