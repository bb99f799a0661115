import EngineModel
import PrintableText

/// The words in braces of the commands of the user's own, and what stands for them.
enum Placeholder: String, Sendable, CaseIterable {
  case id, name, image, stack, service, folder, engine

  /// The panes on whose rows it can have a value.
  private var panes: Set<PaneKind>? {
    switch self {
    case .id: [.containers, .images, .networks]
    case .name, .engine: nil
    case .image: [.containers, .images]
    case .stack, .service: [.stacks, .containers]
    case .folder: [.stacks]
    }
  }

  /// Whether rows of a pane can have it.
  func isKnown(in pane: PaneKind) -> Bool { panes?.contains(pane) ?? true }

  /// What stands for it on a row; nil where the row has no such thing.
  func value(on row: RowID, _ state: SharedState) -> String? {
    let engine = state.engine(of: row)
    switch self {
    case .id: return row.kind.copyChoices(row, engine).first { $0.what == "id" }?.text
    case .name: return state.title(of: row)
    case .image:
      if row.isA(ImageRow.self) { return row.imageTag ?? row.name }
      return row.containerID.flatMap { engine.facts.containers[$0]?.image }
    case .stack: return row.kind.stack(row, engine)?.name.rawValue
    case .service: return row.kind.service(row, engine)?.rawValue
    case .folder: return row.kind.copyChoices(row, engine).first { $0.what == "folder" }?.text
    case .engine: return engine.name
    }
  }
}

/// An argument with its placeholders found.
struct ArgumentTemplate: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case text(String)
    case placeholder(Placeholder)
  }

  private(set) var parts: [Part] = []
  /// Words in braces that stand for nothing.
  private(set) var unknown: [String] = []

  /// Reads an argument. Two braces are a template of somebody else's (`{{.Names}}`), and stay as they are; so does a brace
  /// that is not around a word.
  init(_ text: String) {
    var rest = text[...]
    var plain = ""
    while let open = rest.firstIndex(of: "{") {
      plain += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("{{") {
        let end = rest.firstRange(of: "}}")?.upperBound ?? rest.endIndex
        plain += rest[..<end]
        rest = rest[end...]
        continue
      }
      let word = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
      guard !word.isEmpty, rest.dropFirst(word.count + 1).first == "}" else {
        plain += "{"
        rest = rest.dropFirst()
        continue
      }
      if let placeholder = Placeholder(rawValue: String(word)) {
        parts += plain.isEmpty ? [.placeholder(placeholder)] : [.text(plain), .placeholder(placeholder)]
        plain = ""
      } else {
        unknown.append(String(word))
        plain += rest.prefix(word.count + 2)
      }
      rest = rest.dropFirst(word.count + 2)
    }
    plain += rest
    if !plain.isEmpty || parts.isEmpty { parts.append(.text(plain)) }
  }

  var placeholders: [Placeholder] {
    parts.compactMap { if case .placeholder(let placeholder) = $0 { placeholder } else { nil } }
  }

  /// The argument for a row, always one; or why there is none. What comes from outside stays inside of the argument, and
  /// cannot become an option.
  func argument(on row: RowID, _ state: SharedState) -> Result<String, Refusal> {
    var argument = ""
    for part in parts {
      switch part {
      case .text(let text): argument += text
      case .placeholder(let placeholder):
        guard let value = placeholder.value(on: row, state), !value.isEmpty else {
          return .failure(Refusal("\(state.title(of: row)) has no \(placeholder.rawValue)"))
        }
        guard !value.unicodeScalars.contains(where: PrintableText.isHidden) else {
          return .failure(Refusal("the \(placeholder.rawValue) has control characters in it"))
        }
        if argument.isEmpty, value.hasPrefix("-") {
          return .failure(Refusal("the \(placeholder.rawValue) would be taken for an option"))
        }
        argument += value
      }
    }
    return .success(argument)
  }

  /// Why a command cannot be run on a row.
  struct Refusal: Error, Equatable {
    let text: String

    init(_ text: String) { self.text = text }
  }
}
