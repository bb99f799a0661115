import EngineModel
import Troubles

/// What a document can be read of.
package enum DocumentSubject: Sendable, Hashable {
  case container(ContainerID)
  case image(ImageID)
  case volume(VolumeName)
  case network(NetworkID)
  /// The containers in a network, with the names that they answer to there.
  case members(NetworkID)
  /// What the engine remembers of what happened to a container.
  case events(ContainerID)
}

/// A resource in full.
package enum ResourceDocument: Sendable, Equatable {
  case container(ContainerDetails)
  case image(JSONValue, history: [ImageHistoryEntry])
  case members(NetworkMembers)
  case events([EngineEvent])
  case other(JSONValue)
}

/// The running containers in a network, as far as they were read.
package struct NetworkMembers: Sendable, Equatable {
  package var members: [NetworkMember]
  /// How many of them were not asked for their names: there are too many.
  package var unasked: Int

  /// Members as read.
  package init(_ members: [NetworkMember], unasked: Int = 0) {
    self.members = members
    self.unasked = unasked
  }
}

/// A resource's document as far as it has come.
struct LoadedDocument: Sendable, Equatable {
  /// What was read last; stays while a newer reading fails.
  var document: ResourceDocument?
  /// Why the newest reading failed; nil when it did not.
  var trouble: Trouble?
  /// Which reading of all `document` came with.
  var reading = 0
}

/// The documents of an engine that somebody has looked at lately, and how often each was to be read.
struct Documents: Sendable, Equatable {
  private var loaded: [DocumentSubject: LoadedDocument] = [:]
  private var revisions: [DocumentSubject: Int] = [:]
  /// How many were read.
  private var readings = 0

  /// How many are kept: an inspect answer can be long.
  private static let limit = 32

  /// A document as far as it has come; nil where nothing has.
  subscript(subject: DocumentSubject) -> LoadedDocument? { loaded[subject] }

  /// Grows to have a document read again.
  func revision(of subject: DocumentSubject) -> Int { revisions[subject] ?? 0 }

  /// Keeps what a reading brought.
  mutating func keep(_ result: Result<ResourceDocument, Trouble>, of subject: DocumentSubject) {
    switch result {
    case .success(let document):
      readings += 1
      loaded[subject] = LoadedDocument(document: document, reading: readings)
    case .failure(let trouble): loaded[subject, default: LoadedDocument()].trouble = trouble
    }
  }

  /// Somebody looks at a document now; where there are many, the others are forgotten.
  mutating func watch(_ subject: DocumentSubject) {
    guard revisions[subject] == nil else { return }
    revisions[subject] = 0
    guard loaded.count > Self.limit else { return }
    for other in loaded.keys where other != subject {
      loaded[other] = nil
      revisions[other] = nil
    }
  }

  /// Has a document read again, if it is known.
  mutating func readAgain(_ subject: DocumentSubject) {
    if loaded[subject] != nil || revisions[subject] != nil { revisions[subject, default: 0] += 1 }
  }

  /// Has all documents read again.
  mutating func readAllAgain() {
    for subject in loaded.keys { revisions[subject, default: 0] += 1 }
  }
}

/// The processes of the container that is looked at.
struct ProcessesState: Sendable, Equatable {
  private(set) var container: ContainerID?
  private(set) var table: ProcessTable?
  private(set) var trouble: Trouble?

  /// Keeps what a reading brought.
  mutating func keep(_ result: Result<ProcessTable, Trouble>, of id: ContainerID) {
    if container != id { table = nil }
    container = id
    switch result {
    case .success(let table):
      self.table = table
      trouble = nil
    case .failure(let trouble): self.trouble = trouble
    }
  }
}
