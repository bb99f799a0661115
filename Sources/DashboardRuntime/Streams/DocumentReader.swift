import Dashboard
import EngineClient
import EngineModel
import Troubles

/// Reads a resource in full, once.
struct DocumentReader {
  let client: EngineClient
  let inbox: EngineInbox
  let history: RunHistory

  func read(_ subject: DocumentSubject) async {
    do throws(EngineError) {
      let document = try await document(subject)
      inbox.post(EngineUpdate.document(subject, .success(document)))
      if case .container(let details) = document { history.read(details) }
    } catch {
      if Task.isCancelled || error.isCancellation || error.isConnectionLoss { return }
      inbox.post(EngineUpdate.document(subject, .failure(error.trouble)))
    }
  }

  private func document(_ subject: DocumentSubject) async throws(EngineError) -> ResourceDocument {
    switch subject {
    case .container(let id): return .container(try await client.container(id))
    case .image(let id):
      let value = try await client.document(.image(id.rawValue))
      return .image(value, history: (try? await client.imageHistory(id)) ?? [])
    case .volume(let name): return .other(try await client.document(.volume(name)))
    case .network(let id): return .other(try await client.document(.network(id)))
    }
  }
}

/// Reads a container's processes again and again while somebody looks at them.
struct ProcessPoller {
  let client: EngineClient
  let inbox: EngineInbox

  func run(_ id: ContainerID) async {
    while !Task.isCancelled {
      do throws(EngineError) {
        let table = try await client.processes(of: id)
        inbox.post(EngineUpdate.processes(id, .success(table)))
      } catch {
        if error.isCancellation || error.isConnectionLoss { return }
        inbox.post(EngineUpdate.processes(id, .failure(error.trouble)))
      }
      try? await Task.sleep(for: .seconds(2))
    }
  }
}
