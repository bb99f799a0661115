import EngineModel

/// A resource's document as far as it has come.
struct LoadedDocument: Sendable, Equatable {
  /// What was read last; stays while a newer reading fails.
  var document: ResourceDocument?
  /// Why the newest reading failed; nil when it did not.
  var trouble: EngineTrouble?

  init(_ result: Result<ResourceDocument, EngineTrouble>, previous: LoadedDocument?) {
    switch result {
    case .success(let document):
      self.document = document
    case .failure(let trouble):
      document = previous?.document
      self.trouble = trouble
    }
  }
}

extension EngineTrouble: Error {}

/// The processes of the container that is looked at.
struct ProcessesState: Sendable, Equatable {
  var container: ContainerID?
  var table: ProcessTable?
  var trouble: EngineTrouble?

  mutating func take(_ id: ContainerID, _ result: Result<ProcessTable, EngineTrouble>) {
    if container != id { table = nil }
    container = id
    switch result {
    case .success(let table):
      self.table = table
      trouble = nil
    case .failure(let trouble):
      self.trouble = trouble
    }
  }
}
