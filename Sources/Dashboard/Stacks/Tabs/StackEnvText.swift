import ComposeFile
import EngineModel
import TerminalUI

extension Tab {
  /// The variables that a stack's files give its containers.
  static let stackEnvironment = Tab.rows("env", "Env", needsEngine: false, hasSecrets: true, wraps: true) {
    row, _, state in
    row.stackKey.map { StackEnvText($0, row.serviceName, state).rows } ?? []
  }
}

/// The Env tab of a stack or a service: each variable that the files give the containers, and where it comes from.
struct StackEnvText {
  private let reading: StackReading?
  private let glyphs: GlyphSet
  private let secrets: Secrets
  private(set) var rows: [StyledText] = []

  init(_ key: ProjectKey, _ service: ServiceName?, _ state: SharedState) {
    let engine = state.engines[key.engine]
    reading = engine.stacks.readings[key]
    glyphs = state.glyphs
    secrets = Secrets(state)
    guard let reading, let project = reading.project else {
      rows = [StyledText(engine.filesTrouble(of: key) ?? "loading …", Style(.muted))]
      return
    }
    let services = project.serviceNames.filter { service == nil || $0 == service?.rawValue }
    addUnset(project, services)
    addHidden(project, services)
    let silent = services.filter { project.variables(of: $0).isEmpty }
    for name in services where !silent.contains(name) { add(name, project, reading) }
    if !silent.isEmpty {
      if rows.last?.isEmpty == false { rows.append("") }
      rows.append(StyledText("no variables: \(silent.joined(separator: ", "))", Style(.muted)))
    }
    if services.isEmpty { rows.append(StyledText("no active services", Style(.muted))) }
    rows.append("")
    rows.append(
      StyledText("Variables set by an image are not listed: see the Env tab of a container.", Style(.muted)))
  }

  /// The variables that nothing sets.
  private mutating func addUnset(_ project: ComposeProject, _ services: [String]) {
    let isWhole = services.count == project.serviceNames.count
    let unset = project.unsetVariables.filter { variable in
      isWhole || services.contains { variable.path.hasPrefix("services.\($0).") }
    }
    for variable in unset {
      var row = StyledText("\(glyphs.caution) \(variable.name) is not set", Style(.warning))
      row.append("  \(variable.path)", Style(.text))
      if let place = project.place(of: variable) { row.append("  \(shown(place))", Style(.muted)) }
      rows.append(row)
    }
    if !unset.isEmpty {
      rows.append(
        StyledText(
          "  set \(unset.count == 1 ? "it" : "them") in the shell or in .env, or give a default: ${NAME:-default}",
          Style(.muted)))
      rows.append("")
    }
  }

  private mutating func addHidden(_ project: ComposeProject, _ services: [String]) {
    let hidden = services.flatMap { project.variables(of: $0) }.count { mask($0) != $0.value }
    guard hidden > 0 else { return }
    rows.append(StyledText("\(hidden) hidden: v reveals them", Style(.muted)))
    rows.append("")
  }

  private mutating func add(_ service: String, _ project: ComposeProject, _ reading: StackReading) {
    let variables = project.variables(of: service)
    if rows.last?.isEmpty == false { rows.append("") }
    rows.append(StyledText(service, Style(.title).adding(.bold)))
    let origins = VariableOrigins(project: project, reading: reading)
    let texts = variables.map { variable in
      let value = mask(variable)
      return StyledText("  \(variable.name)", Style(.syntaxKey))
        + StyledText(value == nil ? "" : "=", Style(.muted))
        + StyledText(value ?? "  no value", value == nil ? Style(.warning) : Style(.syntaxString))
    }
    let widest = min(56, texts.map(\.columns).max() ?? 0)
    for (variable, text) in zip(variables, texts) {
      let gap = String(repeating: " ", count: max(2, widest + 2 - text.columns))
      rows.append(text + StyledText(gap + origins.text(of: variable), Style(.muted)))
    }
  }

  private func mask(_ variable: ComposeVariable) -> String? {
    guard let value = variable.value else { return nil }
    return secrets.masked(variable.name, value)
  }

  private func shown(_ place: ComposePlace) -> String {
    let path = reading?.source.shown(place.path) ?? place.path
    return place.position.map { "\(path):\($0.line)" } ?? path
  }
}

/// Finds out where the values of variables come from.
struct VariableOrigins {
  let project: ComposeProject
  let reading: StackReading

  /// `compose.yaml:12`, `api.env:3`, `compose.yaml:12 with TAG from .env:1`.
  func text(of variable: ComposeVariable) -> String {
    switch variable.origin {
    case .entry(let place):
      guard let place else { return "" }
      let own = shown(place.path, line: place.position?.line)
      let names = Self.names(in: rawText(at: place))
      let sources = names.map { name in
        project.environment[name] == nil ? "\(name), which is not set" : "\(name) from \(source(of: name))"
      }
      if names.isEmpty, variable.value != nil, isBare(variable, place) {
        return "\(own) from \(source(of: variable.name))"
      }
      return sources.isEmpty ? own : "\(own) with \(sources.joined(separator: ", "))"
    case .files(let paths):
      for path in paths.reversed() {
        if let line = line(of: variable.name, in: path) { return shown(path, line: line) }
      }
      return paths.map { shown($0, line: nil) }.joined(separator: ", ")
    }
  }

  /// Where a variable that the files name has its value from.
  private func source(of name: String) -> String {
    let file = "\(project.directory)/.env"
    let paths = reading.source.environmentFiles.isEmpty ? [file] : reading.source.environmentFiles
    for path in paths.reversed() {
      if let line = line(of: name, in: path) { return shown(path, line: line) }
    }
    return "the shell"
  }

  /// Whether a variable is named without a value, so that it is taken from the environment.
  private func isBare(_ variable: ComposeVariable, _ place: ComposePlace) -> Bool {
    let text = rawText(at: place).drop { $0 == " " || $0 == "-" }
    return text == variable.name || text == "\(variable.name):"
  }

  private func rawText(at place: ComposePlace) -> String {
    guard let line = place.position?.line, let file = reading.files.first(where: { $0.path == place.path }),
      file.lines.indices.contains(line - 1)
    else { return place.excerpt }
    return file.lines[line - 1].plain
  }

  private func line(of name: String, in path: String) -> Int? {
    guard let file = reading.files.first(where: { $0.path == path }) else { return nil }
    let last = file.lines.lastIndex { line in
      var text = line.plain.drop { $0 == " " }
      if text.hasPrefix("export ") { text = text.dropFirst(7).drop { $0 == " " } }
      guard text.hasPrefix(name) else { return false }
      return text.dropFirst(name.count).drop { $0 == " " }.first.map { "=:".contains($0) } ?? true
    }
    return last.map { $0 + 1 }
  }

  private func shown(_ path: String, line: Int?) -> String {
    let path = reading.source.shown(path)
    return line.map { "\(path):\($0)" } ?? path
  }

  /// The names of the variables in a text: `$NAME`, `${NAME:-default}`.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        rest = rest.dropFirst()
        continue
      }
      if rest.first == "{" { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard let first = name.first, !first.isNumber, !names.contains(String(name)) else { continue }
      names.append(String(name))
    }
    return names
  }
}
