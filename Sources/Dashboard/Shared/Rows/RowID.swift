import EngineModel

/// The identity of a row in any pane, with its kind and its engine. Selections and marks hold these, so a refresh never
/// moves the cursor to something else.
package struct RowID: Hashable, Sendable {
  /// What knows all about it.
  let kind: any RowKind.Type
  let engine: EngineID
  /// What identifies it among those of its kind: ids and names, as many as the kind needs.
  let name: String
  let scope: String
  let part: String

  /// A row of a kind. `name` says which; `scope` and `part` say more, where a name is not enough.
  init(_ kind: any RowKind.Type, _ name: String, scope: String = "", part: String = "", on engine: EngineID) {
    self.kind = kind
    self.engine = engine
    self.name = name
    self.scope = scope
    self.part = part
  }

  /// Whether it is a row of this kind.
  func isA(_ kind: any RowKind.Type) -> Bool { self.kind == kind }

  /// Whether both are the same row.
  package static func == (left: RowID, right: RowID) -> Bool {
    left.name == right.name && left.part == right.part && left.scope == right.scope
      && left.engine == right.engine && left.kind == right.kind
  }

  /// The name tells nearly all rows apart.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(part)
  }
}

/// What davit knows of one kind of row: what it is called, what can be seen of it, what it stands for. All pure functions.
protocol RowKind: SendableMetatype {
  /// The name of a row, as the user knows it.
  static func title(_ row: RowID, _ engine: EngineState) -> String
  /// Whether there still is such a thing, as far as is known.
  static func exists(_ row: RowID, _ engine: EngineState) -> Bool
  /// What the detail pane can show of it, in order.
  static var tabs: [Tab] { get }
  /// The one of `tabs` that tells what is wrong with it; nil where none does.
  static var troubleTab: Tab? { get }
  /// Whether something is wrong with it now.
  static func isTroubled(_ row: RowID, _ engine: EngineState) -> Bool
  /// The container that it is; nil for what is something else.
  static func container(_ row: RowID) -> ContainerID?
  /// The containers that it stands for, stopped ones too.
  static func containers(_ row: RowID, _ engine: EngineState) -> [ContainerID]
  /// How the files in it can be reached.
  static func files(_ row: RowID, _ engine: EngineState) -> FilesAccess
  /// The document behind it; nil where there is none, or none now.
  static func document(_ row: RowID, _ engine: EngineState) -> DocumentSubject?
  /// The stack that it belongs to; nil where it belongs to none.
  static func stack(_ row: RowID, _ engine: EngineState) -> ProjectKey?
  /// The service that it is, or is of; nil where it is none.
  static func service(_ row: RowID, _ engine: EngineState) -> ServiceName?
  /// What can be copied of it beside its name.
  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice]
}

extension RowKind {
  static func exists(_ row: RowID, _ engine: EngineState) -> Bool { true }
  static var troubleTab: Tab? { nil }
  static func isTroubled(_ row: RowID, _ engine: EngineState) -> Bool { false }
  static func container(_ row: RowID) -> ContainerID? { nil }
  static func containers(_ row: RowID, _ engine: EngineState) -> [ContainerID] { [] }
  static func files(_ row: RowID, _ engine: EngineState) -> FilesAccess { .refused("no files here") }
  static func document(_ row: RowID, _ engine: EngineState) -> DocumentSubject? { nil }
  static func stack(_ row: RowID, _ engine: EngineState) -> ProjectKey? { nil }
  static func service(_ row: RowID, _ engine: EngineState) -> ServiceName? { nil }
  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] { [] }
}

extension RowID {
  /// The container that it is; nil for what is something else.
  var containerID: ContainerID? { kind.container(self) }
}

/// Something that can be copied.
struct CopyChoice: Sendable, Equatable {
  let what: String
  /// The text, or its beginning where the rest has to be asked for.
  let text: String
  /// Asks for the text; nil where it is known.
  var question: Effect?
}

extension SharedState {
  /// The name of a row.
  func title(of row: RowID) -> String { row.kind.title(row, engine(of: row)) }

  /// The containers that a row stands for, stopped ones too.
  func containers(of row: RowID) -> [ContainerID] { row.kind.containers(row, engine(of: row)) }

  /// The container that a row is; nil where it is something else, and when it is gone.
  func container(_ row: RowID) -> ContainerSummary? {
    row.containerID.flatMap { engine(of: row).facts.containers[$0] }
  }

  /// The stack that a row belongs to; nil for what belongs to none.
  func stack(of row: RowID) -> ProjectKey? { row.kind.stack(row, engine(of: row)) }
}
