import ComposeFile

extension DashboardState {
  /// Has the text checked as it is.
  mutating func check() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    editing.serial += 1
    editing.editor?.checks.asked = editing.serial
    let check = EditorCheck(
      serial: editing.serial, path: editor.path, text: EditedText(editor.text), source: editor.source,
      usedPorts: portsHeld(against: editor.key))
    return [.editor(.check(check))]
  }

  /// What the checks say; what is older than what is known is not looked at.
  mutating func takeFindings(_ serial: Int, _ findings: [ComposeFinding]) -> [Effect] {
    guard let editor = editing.editor, serial > editor.checks.answered, serial <= editor.checks.asked else {
      return []
    }
    editing.editor?.checks.take(findings, of: editor.path, serial)
    return []
  }

  /// A stack was read anew: whether its file is another one than the editor started from.
  mutating func compareWithDisk(_ key: ProjectKey, _ reading: StackReading) {
    guard let editor = editing.editor, editor.key == key,
      let file = reading.files.first(where: { $0.path == editor.path })
    else { return }
    editing.editor?.diskText = file.text == editor.base ? nil : file.text
  }
}

extension LiveChecks {
  /// Takes over findings: those in the file by line, the others apart.
  mutating func take(_ findings: [ComposeFinding], of path: String, _ serial: Int) {
    answered = serial
    byLine = [:]
    elsewhere = []
    for finding in findings {
      if let place = finding.place, place.path == path, let position = place.position {
        byLine[position.line - 1, default: []].append(finding)
      } else if finding.severity == .error {
        elsewhere.append(finding)
      }
    }
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
  }

  /// The number of the findings, in a few letters: `2 errors, 1 warning`.
  var summary: String {
    var parts: [String] = []
    if errors > 0 { parts.append(Confirmation.counted(errors, "error")) }
    if warnings > 0 { parts.append(Confirmation.counted(warnings, "warning")) }
    return parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
  }
}

extension ComposeFinding {
  /// The finding in one line: what, and what to do.
  var line: String { message + (fix.isEmpty ? "" : " — \(fix)") }
}
