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
      if case .members(let id) = subject { return try await readMembers(of: id) }
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
    case .network(let id), .members(let id): return .other(try await client.document(.network(id)))
    case .events(let id):
      // As old as a container can be.
      return .events(await client.rememberedEvents(of: id, since: Timestamp(seconds: 1)))
    }
  }

  /// The most members of a network that are asked for their names.
  private static let mostAsked = 64
  /// How many of them are asked at once.
  private static let width = 8

  /// Reads who is in a network: addresses first, then the names, which each container has to be asked for.
  private func readMembers(of id: NetworkID) async throws(EngineError) {
    let document = try await client.document(.network(id))
    var members = NetworkMember.list(document)
    let asked = members.prefix(Self.mostAsked)
    let unasked = members.count - asked.count
    func post() {
      inbox.post(
        EngineUpdate.document(.members(id), .success(.members(NetworkMembers(members, unasked: unasked)))))
    }
    post()
    let aliases = await aliases(of: asked.map(\.container), in: id, named: document["Name"].string ?? "")
    if Task.isCancelled { return }
    for index in members.indices { members[index].aliases = aliases[members[index].container] }
    post()
  }

  private func aliases(
    of containers: [ContainerID], in network: NetworkID, named name: String
  ) async -> [ContainerID: [String]] {
    let client = client
    return await withTaskGroup(of: (ContainerID, [String]?).self) { group in
      var rest = containers[...]
      var found: [ContainerID: [String]] = [:]
      func ask() {
        guard let id = rest.popFirst() else { return }
        group.addTask { (id, try? await client.container(id).aliases(in: network, named: name)) }
      }
      for _ in 0..<Self.width { ask() }
      for await (id, aliases) in group {
        found[id] = aliases
        ask()
      }
      return found
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
