import EngineModel
import TerminalUI
import TextEditing

/// The beginning of a file in a container, over the panes.
enum FileTextView {
  static func title(_ place: FilePlace, _ facts: FilesFacts) -> String {
    guard let text = facts.text(of: place)?.content else { return place.path.text }
    let leads = text.path == place.path ? "" : " -> \(text.path.text)"
    let part = text.shown < text.size ? "the first \(Quantity.bytes(text.shown)) of " : ""
    let form = text.form == .text ? "" : ", binary"
    return "\(place.path.text)\(leads)  \(part)\(Quantity.bytes(text.size))\(form)"
  }

  /// What is said while there is no text.
  static func note(_ place: FilePlace, _ facts: FilesFacts, columns: Int) -> [StyledText] {
    guard let loaded = facts.text(of: place) else { return [StyledText("reading …", Style(.muted))] }
    if let trouble = loaded.trouble {
      return WrappedText.rows(StyledText(trouble.description, Style(.error)), columns: columns)
    }
    return [
      StyledText(loaded.content?.lines.isEmpty == true ? "an empty file" : "no such line", Style(.muted))
    ]
  }
}

/// The rows of the file that is looked at, as long as nothing changes what they are made of: a file can be long.
struct FileTextRows: Sendable, Equatable {
  private(set) var rows: [StyledText] = []
  private var text: FileText?
  private var styled: [StyledText] = []
  private var filter = ""
  private var columns = 0

  /// Brings the rows up to date.
  mutating func settle(_ text: FileText?, matching filter: String, columns: Int) {
    let isNew = self.text != text
    guard isNew || self.filter != filter || self.columns != columns else { return }
    (self.text, self.filter, self.columns) = (text, filter, columns)
    if isNew { styled = text.map(FileHighlight.rows) ?? [] }
    let words = filter.lowercased().split(separator: " ")
    rows = zip(text?.lines ?? [], styled)
      .filter { line, _ in
        words.isEmpty || words.allSatisfy { line.lowercased().contains($0) }
      }
      .flatMap { _, row in WrappedText.rows(row, columns: columns) }
  }

  /// Rows are made of what is compared here.
  static func == (left: FileTextRows, right: FileTextRows) -> Bool {
    left.text == right.text && left.filter == right.filter && left.columns == right.columns
  }
}

/// Colours for what files in containers mostly are: settings and scripts.
enum FileHighlight {
  static func rows(_ text: FileText) -> [StyledText] {
    guard text.form == .text else { return text.lines.map { StyledText($0) } }
    let name = String(decoding: text.path.name ?? [], as: UTF8.self).lowercased()
    // Every line of YAML depends on those before it, so long files are left as they are.
    if text.lines.count <= 20_000, [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
      return YAMLHighlighter.highlight(lines: text.lines)
    }
    return text.lines.map(line)
  }

  /// A line of settings: comments, names before `=` and `:`, sections.
  private static func line(_ line: String) -> StyledText {
    let start = line.drop { $0 == " " || $0 == "\t" }
    if start.hasPrefix("#") || start.hasPrefix(";") || start.hasPrefix("//") {
      return StyledText(line, Style(.syntaxComment))
    }
    if start.hasPrefix("["), start.hasSuffix("]") { return StyledText(line, Style(.syntaxKeyword)) }
    guard let sign = start.firstIndex(of: "="), start[..<sign].allSatisfy(isNamePart) else {
      return StyledText(line)
    }
    return StyledText(String(line[..<sign]), Style(.syntaxKey)) + StyledText(String(line[sign...]))
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-. ".contains(character)
  }
}
