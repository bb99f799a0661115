import ComposeFile
import Dashboard
import StackPlanning

/// What the files of a stack say.
struct StackFilesReading: Sendable {
  let source: StackSource
  let project: ComposeProject?
  let findings: [ComposeFinding]
  let files: [StackFile]
  let seen: SeenFiles

  /// Reads and checks a stack's files.
  init(_ source: StackSource, environment: [String: String]) {
    self.source = source
    seen = SeenFiles()
    let report = ComposeReport.check(source.request(environment: environment), from: seen.files)
    project = report.project
    findings = report.findings
    // Of the other files those in YAML: included and extended ones, no variables.
    let texts = seen.texts
    let own = source.files.compactMap { path in texts.first { $0.path == path } }
    let others = texts.filter { text in
      !source.files.contains(text.path) && (text.path.hasSuffix(".yaml") || text.path.hasSuffix(".yml"))
    }
    files = (own + others).map { StackFile(path: $0.path, text: $0.text) }
  }
}
