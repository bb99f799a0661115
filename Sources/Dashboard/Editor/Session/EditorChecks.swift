import ComposeFile

extension EditingState {
  /// Has the text checked as it is.
  mutating func check(_ state: SharedState) -> [EditorOutcome] {
    guard let editor else { return [] }
    let serial = nextSerial()
    self.editor?.checks.asked = serial
    let check = EditorCheck(
      serial: serial, path: editor.path, text: EditedText(editor.text), source: editor.source,
      usedPorts: state.engines[editor.key.engine].portsHeld(against: editor.key))
    return [.effect(.editor(.check(check)))]
  }

  /// A stack was read anew: whether its file is another one than the editor started from.
  mutating func compareWithDisk(_ key: ProjectKey, _ reading: StackReading) {
    guard let editor, editor.key == key, let file = reading.files.first(where: { $0.path == editor.path })
    else { return }
    self.editor?.diskText = file.text == editor.base ? nil : file.text
  }
}

extension EditorState {
  /// What the checks say; what is older than what is known is not looked at.
  mutating func takeFindings(_ serial: Int, _ findings: [ComposeFinding]) {
    guard serial > checks.answered, serial <= checks.asked else { return }
    checks.show(findings, of: path, serial)
  }
}

extension EngineState {
  /// Host ports that containers of other projects hold.
  func portsHeld(against key: ProjectKey) -> [UsedHostPort] {
    facts.containers.values.filter { $0.state == .running && $0.projectKey(on: id) != key }
      .flatMap { container in
        container.ports.compactMap { port in
          guard let published = port.publicPort else { return nil }
          let isAny = ["", "0.0.0.0", "::"].contains(port.address ?? "")
          return UsedHostPort(
            address: isAny ? "" : port.address ?? "", port: published, transport: port.proto,
            owner: "the container \(container.name)")
        }
      }
  }
}

extension LiveChecks {
  /// Takes over findings: those in the file by line, the others apart.
  mutating func show(_ findings: [ComposeFinding], of path: String, _ serial: Int) {
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
    if errors > 0 { parts.append(Counted.text(errors, "error")) }
    if warnings > 0 { parts.append(Counted.text(warnings, "warning")) }
    return parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
  }
}

extension ComposeFinding {
  /// The finding in one line: what, and what to do.
  var line: String { message + (fix.isEmpty ? "" : " — \(fix)") }
}
