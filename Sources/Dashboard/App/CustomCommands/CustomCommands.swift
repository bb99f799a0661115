import Preferences
import StackPlanning
import TerminalUI
import WordMatching

/// The commands of the user's own, as commands like all others.
struct CustomCommands: Sendable {
  /// Those that can be used.
  private(set) var commands: [RootCommand] = []
  /// Their keys, as `StandardKeys` has them.
  private(set) var keys: [(String, [String])] = []
  /// What cannot be used, a line each.
  private(set) var problems: [String] = []

  /// Those of the settings, beside the commands and keys that there are.
  init(_ settings: Settings, beside features: Features, _ keymap: Keymap) {
    problems = settings.commands.problems.map(\.description)
    for custom in settings.commands.commands {
      guard let panes = panes(of: custom, features), let templates = templates(of: custom, panes) else {
        continue
      }
      let id = freeID(custom, features)
      let scope: CommandScope = panes.isEmpty ? .lists : .panes(Set(panes))
      commands.append(Self.command(id, custom, scope, templates))
      keys.append((id, usableKeys(of: custom, id, scope, features, keymap)))
    }
  }

  /// The panes that it is for; nil where one of them is none.
  private mutating func panes(of custom: CustomCommand, _ features: Features) -> [PaneKind]? {
    var panes: [PaneKind] = []
    let all = features.panes.panes
    for name in custom.panes {
      guard let pane = all.first(where: { $0.title.lowercased() == name.text.lowercased() }) else {
        let known = all.map { $0.title.lowercased() }
        let near = Spelling.nearest(to: name.text, among: known).map { "did you mean '\($0)'?" }
        problems.append(
          custom.problem(
            "'\(custom.title)': there is no pane '\(name.text)'", at: name.position,
            suggestion: near ?? "known: \(known.joined(separator: ", "))"
          ).description)
        return nil
      }
      panes.append(pane)
    }
    return panes
  }

  private mutating func templates(of custom: CustomCommand, _ panes: [PaneKind]) -> [ArgumentTemplate]? {
    var templates: [ArgumentTemplate] = []
    for argument in custom.arguments {
      let template = ArgumentTemplate(argument.text)
      if let word = template.unknown.first {
        let known = Placeholder.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: word, among: known).map { "did you mean {\($0)}?" }
        problems.append(
          custom.problem(
            "'\(custom.title)': there is no placeholder {\(word)}", at: argument.position,
            suggestion: near ?? "known: \(known.joined(separator: ", "))"
          ).description)
        return nil
      }
      for placeholder in template.placeholders {
        guard let pane = panes.first(where: { !placeholder.isKnown(in: $0) }) else { continue }
        problems.append(
          custom.problem(
            "'\(custom.title)': {\(placeholder.rawValue)} stands for nothing in \(pane.title.lowercased())",
            at: argument.position, suggestion: "name other panes with in:"
          ).description)
        return nil
      }
      templates.append(template)
    }
    return templates
  }

  /// `custom.` and the words of the title: under this name the keys can be changed too.
  private func freeID(_ custom: CustomCommand, _ features: Features) -> String {
    let words = custom.title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = "custom." + (words.isEmpty ? "command" : words.joined(separator: "-"))
    var id = name
    var number = 2
    while commands.contains(where: { $0.id == id }) || features.command(id) != nil {
      id = "\(name)-\(number)"
      number += 1
    }
    return id
  }

  /// The keys that nothing else has where the command works; the others are told.
  private mutating func usableKeys(
    of custom: CustomCommand, _ id: String, _ scope: CommandScope, _ features: Features, _ keymap: Keymap
  ) -> [String] {
    var usable: [String] = []
    for key in custom.keys {
      do throws(KeyNameError) {
        let sequence = try KeySequence(key.name).keys
        guard let rival = rival(of: sequence, scope, features, keymap) else {
          usable.append(key.name)
          continue
        }
        problems.append(
          custom.problem(
            "'\(custom.title)': key \(key.name) is that of \(rival)", at: key.position,
            suggestion: "choose another one"
          ).description)
      } catch {
        problems.append(
          custom.problem("'\(custom.title)': \(error.description)", at: key.position).description)
      }
    }
    return usable
  }

  /// The command that a sequence would get in the way of, or that would hide it; nil for none.
  private func rival(
    of sequence: [KeyPress], _ scope: CommandScope, _ features: Features, _ keymap: Keymap
  ) -> String? {
    let own = commands.flatMap { command in
      (keys.first { $0.0 == command.id }?.1 ?? []).compactMap { text in
        (try? KeySequence(text)).map { (keys: $0.keys, id: command.id, scope: command.scope) }
      }
    }
    let others = keymap.bindings.compactMap { binding in
      features.command(binding.command).map { (keys: binding.keys, id: $0.id, scope: $0.scope) }
    }
    return (others + own).first { other in
      guard other.keys.starts(with: sequence) || sequence.starts(with: other.keys) else { return false }
      // One key alone may mean something else in a pane than anywhere; a sequence that begins with it never comes to its end.
      return other.scope.isBeside(scope)
        && (other.keys.count != sequence.count || other.scope.overlaps(scope))
    }?.id
  }
}

extension CommandScope {
  /// Whether both can be active at once.
  fileprivate func isBeside(_ other: CommandScope) -> Bool {
    switch self {
    case .inner, .details, .logs, .files, .contents, .matches: false
    case .anywhere, .lists: true
    case .panes(let mine): if case .panes(let theirs) = other { !mine.isDisjoint(with: theirs) } else { true }
    }
  }
}

// MARK: What they do

extension CustomCommands {
  private static func command(
    _ id: String, _ custom: CustomCommand, _ scope: CommandScope, _ templates: [ArgumentTemplate]
  ) -> RootCommand {
    Command(
      id, custom.title, doc: "Runs `\(custom.arguments.map(\.text).joined(separator: " "))`.", in: scope,
      danger: custom.changes ? .changes : .none,
      unavailable: { _, state in refusal(custom, templates, state) },
      run: { _, state in
        let runs = runs(custom, templates, state).compactMap { try? $0.get() }
        let outcome = Outcome<RootAction>.several(
          engines(state.targets).map { engine in
            .begin(
              .programs(runs.filter { $0.0 == engine }.map(\.1), showing: custom.showing), on: engine)
          })
        guard custom.confirms else { return [outcome] }
        return [
          .show(
            .confirmation(
              Confirmation(
                title: "\(custom.title)?", targets: runs.map { CommandText.quoted($0.1.arguments) },
                yes: outcome)))
        ]
      })
  }

  private static func engines(_ rows: [RowID]) -> [EngineID] {
    rows.map(\.engine).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func refusal(
    _ custom: CustomCommand, _ templates: [ArgumentTemplate], _ state: SharedState
  ) -> String? {
    let rows = state.targets
    if rows.isEmpty { return "nothing selected" }
    if custom.showing == .terminal, rows.count > 1 { return "it takes the terminal: one at a time" }
    for run in runs(custom, templates, state) {
      if case .failure(let refusal) = run { return refusal.text }
    }
    return nil
  }

  /// What is to be run, a program for each row.
  private static func runs(
    _ custom: CustomCommand, _ templates: [ArgumentTemplate], _ state: SharedState
  ) -> [Result<(EngineID, ProgramRun), ArgumentTemplate.Refusal>] {
    state.targets.map { row in
      do throws(ArgumentTemplate.Refusal) {
        var arguments: [String] = []
        for template in templates { arguments.append(try template.argument(on: row, state).get()) }
        return .success(
          (
            row.engine,
            ProgramRun(
              arguments: arguments, title: custom.title, subject: state.title(of: row),
              changes: custom.changes)
          ))
      } catch {
        return .failure(error)
      }
    }
  }
}
