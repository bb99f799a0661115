import YAMLDocument

/// A command of the user's own: a program with its arguments, for the rows of some panes.
package struct CustomCommand: Sendable, Hashable {
  /// What becomes of what it prints.
  package enum Showing: String, Sendable, Hashable, CaseIterable {
    /// It comes into a box, as it is printed.
    case output
    /// It is kept, and can be looked at.
    case background
    /// The program has the terminal while it runs.
    case terminal
  }

  /// One argument as it is written, with its place.
  package struct Argument: Sendable, Hashable {
    package var text: String
    package var position: YAMLPosition
  }

  /// What it is called.
  package var title = ""
  /// The keys that run it; none for the palette and the menu alone.
  package var keys: [KeyBinding.Key] = []
  /// The panes that it is for, as they are written; empty for anywhere.
  package var panes: [Argument] = []
  /// The program and its arguments; placeholders stand in braces.
  package var arguments: [Argument] = []
  package var showing = Showing.output
  /// Whether it asks first.
  package var confirms = false
  /// Whether it may change something, so that it is refused while davit is read-only.
  package var changes = true
  /// The settings file, and the place in it.
  package var file = ""
  package var position = YAMLPosition(line: 1, column: 1)

  /// A problem with it, or with a part of it at a place of its own.
  package func problem(_ message: String, at place: YAMLPosition? = nil, suggestion: String? = nil)
    -> PreferenceProblem
  {
    PreferenceProblem(
      file: file, position: place ?? position, message: "commands: \(message)", suggestion: suggestion)
  }
}

extension CustomCommand {
  /// What a list of commands comes to: those that can be used, and a line for each that cannot.
  package struct List: Sendable, Hashable {
    package var commands: [CustomCommand] = []
    package var problems: [PreferenceProblem] = []

    /// No commands.
    package init() {}
  }
}

extension SettingType<CustomCommand.List> {
  static let customCommands = SettingType(
    "a list of commands, each a mapping with `title` and `run` (a list of arguments) and, where wanted, `key`, `in`, "
      + "`show`, `confirm` and `changes`",
    text: { _ in "[]" },
    readingNode: { (node, file) throws(SettingRejection) in
      guard let elements = node.elements else { throw SettingRejection(node, "this is not a list") }
      var list = CustomCommand.List()
      for element in elements {
        do throws(SettingRejection) {
          list.commands.append(try CustomCommandReader(file: file).command(element))
        } catch {
          list.problems.append(
            PreferenceProblem(
              file: file, position: error.position, message: "commands: \(error.message)",
              suggestion: "the command is left out"))
        }
      }
      return list
    })
}

/// Reads one command of the user's own; the first mistake leaves all of it out, since half a command is another one.
private struct CustomCommandReader {
  let file: String

  func command(_ node: YAMLNode) throws(SettingRejection) -> CustomCommand {
    guard let entries = node.entries else { throw SettingRejection(node, "this is not a mapping") }
    var command = CustomCommand()
    (command.file, command.position) = (file, node.position)
    for entry in entries {
      let value = entry.value
      switch entry.key.scalar?.text {
      case "title": command.title = try text(value)
      case "key": command.keys = try texts(value).map { KeyBinding.Key(name: $0.text, position: $0.position) }
      case "in": command.panes = try texts(value)
      case "run": command.arguments = try arguments(value)
      case "show":
        guard let showing = CustomCommand.Showing(rawValue: try text(value)) else {
          throw SettingRejection(value, "show is output, background or terminal")
        }
        command.showing = showing
      case "confirm": command.confirms = try truth(value, "confirm")
      case "changes": command.changes = try truth(value, "changes")
      case let other:
        throw SettingRejection(
          entry.key,
          "a command has no '\(other ?? "?")': it has title, key, in, run, show, confirm and changes")
      }
    }
    guard !command.title.isEmpty else { throw SettingRejection(node, "a command needs a title") }
    guard !command.arguments.isEmpty else {
      throw SettingRejection(node, "'\(command.title)' needs run: a list of arguments")
    }
    return command
  }

  private func text(_ node: YAMLNode) throws(SettingRejection) -> String {
    guard let text = node.scalar?.text, !text.isEmpty else {
      throw SettingRejection(node, "this is not a text")
    }
    return text
  }

  private func texts(_ node: YAMLNode) throws(SettingRejection) -> [CustomCommand.Argument] {
    var texts: [CustomCommand.Argument] = []
    for element in node.elements ?? [node] {
      texts.append(CustomCommand.Argument(text: try text(element), position: element.position))
    }
    return texts
  }

  /// A text would have to be cut into words, which only a shell knows how to do.
  private func arguments(_ node: YAMLNode) throws(SettingRejection) -> [CustomCommand.Argument] {
    guard let elements = node.elements else {
      throw SettingRejection(node, "run is a list of arguments, such as [docker, port, \"{id}\"]")
    }
    var arguments: [CustomCommand.Argument] = []
    for element in elements {
      guard let text = element.scalar?.text else { throw SettingRejection(element, "this is not a text") }
      arguments.append(CustomCommand.Argument(text: text, position: element.position))
    }
    if arguments.first?.text.isEmpty == true { throw SettingRejection(node, "run names no program") }
    return arguments
  }

  private func truth(_ node: YAMLNode, _ name: String) throws(SettingRejection) -> Bool {
    guard let truth = node.scalar?.asBool else { throw SettingRejection(node, "\(name) is true or false") }
    return truth
  }
}
