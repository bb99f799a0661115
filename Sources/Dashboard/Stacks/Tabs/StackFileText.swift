import ComposeFile
import EngineModel
import StackPlanning
import TerminalUI

extension Tab {
  /// The files of a stack; of a service those lines come first that define it.
  static let stackFile = Tab(
    id: "file", title: "File", needsEngine: false, hasSecrets: true,
    start: { row, columns, state in
      guard let key = row.stackKey, state.engine(of: row).stacks.readings[key] != nil else { return nil }
      return StackFileText(key, row.serviceName, columns: columns, state).start.map { $0 - 1 } ?? 0
    },
    content: .text { row, columns, state in
      guard let key = row.stackKey else { return DetailContent([]) }
      return StackFileText(key, row.serviceName, columns: columns, state).content
    })
}

/// The File tab: the files of a stack with numbered lines, what the checks have to say behind each line.
struct StackFileText {
  /// What a row of the screen shows.
  private enum Row {
    case text(StyledText)
    case line(file: Int, number: Int)
  }

  private let files: [StackFile]
  private let source: StackSource?
  private let columns: Int
  private let glyphs: GlyphSet
  private let secrets: Secrets
  /// The findings of each line, by file and number from 1.
  private var findings: [[Int: [ComposeFinding]]] = []
  /// The lines of the service that is shown, by file, in each of its documents.
  private var blocks: [[Range<Int>]] = []
  private var rows: [Row] = []
  /// The row at which the service begins; nil for a whole stack.
  private(set) var start: Int?
  private let numberColumns: Int

  init(_ key: ProjectKey, _ service: ServiceName?, columns: Int, _ state: SharedState) {
    let engine = state.engines[key.engine]
    let reading = engine.stacks.readings[key]
    files = reading?.files ?? []
    source = reading?.source
    self.columns = columns
    glyphs = state.glyphs
    secrets = Secrets(state)
    numberColumns = max(2, String(files.map(\.lines.count).max() ?? 0).count)
    guard let reading, !reading.isMissing else {
      let text = engine.filesTrouble(of: key) ?? "loading …"
      rows = WrappedText.rows(StyledText(text, Style(.muted)), columns: columns).map { .text($0) }
      return
    }
    blocks = files.map { file in
      guard let service else { return [] }
      return ComposeBlocks.services(in: file.lines.map(\.plain)).filter { $0.name == service.rawValue }.map(
        \.lines)
    }
    sort(reading.findings)
    for index in files.indices { add(index) }
  }

  /// What the tab shows.
  var content: DetailContent { DetailContent(count: rows.count, row: text) }

  private mutating func sort(_ all: [ComposeFinding]) {
    findings = files.map { _ in [:] }
    for finding in all {
      guard let place = finding.place, let index = files.firstIndex(where: { $0.path == place.path }),
        let line = place.position?.line, line <= files[index].lines.count
      else {
        rows += message(finding, indent: 2).map { .text($0) }
        continue
      }
      findings[index][line, default: []].append(finding)
    }
    if !rows.isEmpty { rows.append(.text("")) }
  }

  private mutating func add(_ index: Int) {
    if files.count > 1 {
      if index > 0 { rows.append(.text("")) }
      rows.append(.text(StyledText(source?.shown(files[index].path) ?? "", Style(.title).adding(.bold))))
    }
    for number in files[index].lines.indices {
      if start == nil, blocks[index].first?.lowerBound == number { start = rows.count }
      rows.append(.line(file: index, number: number))
      let found = findings[index][number + 1] ?? []
      for finding in found where finding.severity != .advice {
        rows += message(finding, indent: numberColumns + 5).map { .text($0) }
      }
      rows += advice(found.filter { $0.severity == .advice }).map { .text($0) }
    }
  }

  private func message(_ finding: ComposeFinding, indent: Int) -> [StyledText] {
    var text = StyledText("\(finding.severity.sign(glyphs)) ", Style(finding.severity.role))
    text.append(finding.message, Style(finding.severity.role))
    if !finding.fix.isEmpty { text.append(" — \(finding.fix)", Style(.muted)) }
    let blank = StyledText(String(repeating: " ", count: indent))
    return WrappedText.rows(text, columns: max(16, columns - indent - 1)).map { blank + $0 }
  }

  /// What could be better is said in short: there is much of it.
  private func advice(_ findings: [ComposeFinding]) -> [StyledText] {
    guard !findings.isEmpty else { return [] }
    let indent = numberColumns + 5
    let text = findings.map { "\(glyphs.dot) \($0.message)" }.joined(separator: "  ")
    let blank = StyledText(String(repeating: " ", count: indent))
    return WrappedText.rows(StyledText(text, Style(.syntaxComment)), columns: max(16, columns - indent - 1))
      .map { blank + $0 }
  }

  private func text(_ index: Int) -> StyledText {
    switch rows[index] {
    case .text(let text): return text
    case .line(let file, let number):
      let worst = findings[file][number + 1]?.map(\.severity).min()
      let isInside = blocks[file].contains { $0.contains(number) }
      var text = StyledText(
        String(worst?.sign(glyphs) ?? " "), Style(worst?.role ?? .muted))
      text.append(
        Pad.start(String(number + 1), numberColumns + 1),
        Style(isInside ? .accent : .muted))
      text.append(
        " \(isInside ? glyphs.grip : glyphs.track) ", Style(isInside ? .accent : .border))
      return text + secrets.masked(line: files[file].lines[number])
    }
  }
}

extension ComposeFinding.Severity {
  func sign(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .error: glyphs.cross
    case .warning: glyphs.caution
    case .advice: glyphs.dot
    }
  }

  var role: Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .advice: .information
    }
  }
}
