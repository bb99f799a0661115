import ComposeFile
import StackPlanning
import TerminalUI
import TextEditing

/// What the files of a stack say, and how they compare with what runs; read by the runtime, which reads again as soon
/// as a file or a container changes.
package struct StackReading: Sendable, Equatable {
  /// What was read.
  package var source: StackSource
  /// The project; nil where it cannot be read: then the findings say why.
  package var project: ComposeProject?
  /// What the checks have to say, the worst first.
  package var findings: [ComposeFinding]
  /// The files that were read with their texts, those of the source first.
  package var files: [StackFile]
  /// What `up` would do; nil where the project cannot be read or the engine has not answered.
  package var plan: StackPlan?
  /// Grows with each reading in a run: two readings are the same when it is.
  package var serial: Int

  /// A reading from its parts.
  package init(
    source: StackSource, project: ComposeProject?, findings: [ComposeFinding], files: [StackFile],
    plan: StackPlan?, serial: Int
  ) {
    self.source = source
    self.project = project
    self.findings = findings
    self.files = files
    self.plan = plan
    self.serial = serial
  }

  /// Whether two readings are the same one.
  package static func == (left: StackReading, right: StackReading) -> Bool {
    left.serial == right.serial && left.source == right.source
  }

  /// Whether the files are not there: deleted, or on another machine.
  package var isMissing: Bool { files.isEmpty }
}

/// One file of a stack.
package struct StackFile: Sendable, Equatable {
  /// The absolute path.
  package let path: String
  package let text: String
  /// The text's lines in colours.
  let lines: [StyledText]

  /// A file with its text.
  package init(path: String, text: String) {
    self.path = path
    self.text = text
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The line feed at the end begins no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines =
      path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      ? YAMLHighlighter.highlight(lines: lines) : lines.map { StyledText($0) }
  }

  /// Whether two files are the same, with the same text.
  package static func == (left: StackFile, right: StackFile) -> Bool {
    left.path == right.path && left.text == right.text
  }
}

extension StackSource {
  /// The part of a path that a reader needs within the stack's folder.
  func shown(_ path: String) -> String {
    path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count + 1)) : path
  }
}
