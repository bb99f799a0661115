import TerminalUI

extension Tab {
  /// The steps of an image's making.
  static let layers = Tab.document("history", "Layers") { document, columns, state in
    LayersText.rows(document, columns: columns, state)
  }
}

/// The Layers tab of an image: what made each layer, and its size, newest first.
enum LayersText {
  static func rows(_ document: ResourceDocument, columns: Int, _ state: SharedState) -> [StyledText] {
    guard case .image(_, let history) = document else { return [] }
    guard !history.isEmpty else {
      return [StyledText("the engine has no history of this image", Style(.muted))]
    }
    return history.map { entry in
      var row = StyledText(
        Pad.start(Quantity.bytes(entry.size), 7), Style(entry.size > 0 ? .text : .muted))
      row.append("  \(entry.created.dateText(zoneSeconds: state.setup.utcOffset))  ", Style(.muted))
      row.append(instruction(entry.createdBy), Style(.syntaxString))
      if !entry.comment.isEmpty, entry.createdBy.isEmpty { row.append(entry.comment, Style(.muted)) }
      return row
    }
  }

  /// The Dockerfile's instruction without the shell that the builder wrote around it.
  private static func instruction(_ text: String) -> String {
    let nop = "/bin/sh -c #(nop) "
    if text.hasPrefix(nop) { return String(text.dropFirst(nop.count).drop { $0 == " " }) }
    let shell = "/bin/sh -c "
    if text.hasPrefix(shell) { return "RUN " + text.dropFirst(shell.count) }
    return text
  }
}
