import ComposeFile
import Dashboard
import EngineClient
import EngineModel
import StackPlanning

/// Reads what runs of stacks. Containers are kept until they start or stop, images for ever: nothing is asked twice.
actor RunningStackReader {
  private let client: EngineClient
  private var containers: [StackWatch.Member: ContainerDetails] = [:]
  private var images: [ImageID: ImageFacts] = [:]

  /// The most documents that are kept of each.
  private static let limit = 2_000
  /// How many requests are made side by side.
  private static let width = 6

  init(client: EngineClient) { self.client = client }

  /// Forgets the containers of a stack, which are to be read again.
  func forget(_ members: [StackWatch.Member]) {
    for member in members { containers[member] = nil }
  }

  /// What runs of a project. Throws where the engine does not answer, and `listsMissing` where its lists were not read.
  func read(
    _ members: [StackWatch.Member], of project: ComposeProject?, lists: EngineInventory.Lists
  ) async throws(EngineError) -> RunningStack {
    guard lists.isComplete else { throw .listsMissing }
    let found = try await details(of: members)
    var running = RunningStack(
      containers: found, images: (lists.images ?? []).map(ImageFacts.init(_:)),
      networks: lists.networks ?? [],
      volumes: lists.volumes ?? [], defaultLogDriver: lists.logDriver)
    let named = (project?.services ?? []).compactMap { $0.image.flatMap { running.image(named: $0)?.id } }
    let used = Set(found.map(\.imageID)).union(named)
    await readImages(used)
    var others = used
    running.images = running.images.map { image in
      others.remove(image.id)
      guard let known = images[image.id] else { return image }
      // The names may have moved on since the image was read.
      return ImageFacts(id: image.id, tags: image.tags, digests: image.digests, config: known.config)
    }
    running.images += others.compactMap { images[$0] }
    running.containerNames = try await names(for: project)
    return running
  }

  /// The names of all containers, where a service shares something with one that it calls by its name.
  private func names(for project: ComposeProject?) async throws(EngineError) -> [ContainerID: String]? {
    guard let project, project.services.contains(where: \.namesContainers) else { return nil }
    let all = try await client.containers()
    return Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private func details(of members: [StackWatch.Member]) async throws(EngineError) -> [ContainerDetails] {
    let missing = members.filter { containers[$0] == nil }
    if containers.count + missing.count > Self.limit { containers = [:] }
    let client = client
    let answers = await side(by: missing) { member -> Reading<ContainerDetails> in
      await Reading { () throws(EngineError) in try await client.container(ContainerID(member.id)) }
    }
    for (member, answer) in answers {
      switch answer {
      case .found(let details): containers[member] = details
      case .gone: break
      case .failed(let error): throw error
      }
    }
    return members.compactMap { containers[$0] }
  }

  private func readImages(_ ids: Set<ImageID>) async {
    if images.count > Self.limit { images = [:] }
    let client = client
    let answers = await side(by: ids.filter { images[$0] == nil && !$0.rawValue.isEmpty }.sorted()) { id in
      await Reading { () throws(EngineError) in try await client.document(.image(id.rawValue)) }
    }
    for (id, answer) in answers {
      if case .found(let document) = answer { images[id] = ImageFacts(document) }
    }
  }

  /// Asks for several, a few at a time.
  private func side<Key: Sendable, Value: Sendable>(
    by keys: [Key], _ ask: @escaping @Sendable (Key) async -> Reading<Value>
  ) async -> [(Key, Reading<Value>)] {
    await withTaskGroup(of: (Key, Reading<Value>).self) { group in
      var rest = keys[...]
      for key in rest.prefix(Self.width) { group.addTask { (key, await ask(key)) } }
      rest = rest.dropFirst(Self.width)
      var answers: [(Key, Reading<Value>)] = []
      for await answer in group {
        answers.append(answer)
        if let key = rest.popFirst() { group.addTask { (key, await ask(key)) } }
      }
      return answers
    }
  }
}

/// What came of a question.
private enum Reading<Value: Sendable>: Sendable {
  case found(Value)
  /// There is no such thing any more.
  case gone
  case failed(EngineError)

  init(_ ask: () async throws(EngineError) -> Value) async {
    do throws(EngineError) {
      self = .found(try await ask())
    } catch {
      self = error.status == 404 ? .gone : .failed(error)
    }
  }
}

extension EngineError {
  /// The lists that a plan needs were not read yet.
  fileprivate static let listsMissing = EngineError(.transport(.cancelled), .containers())
}

extension ImageFacts {
  /// An image as lists have it, without what it sets for containers.
  fileprivate init(_ summary: ImageSummary) {
    self.init(id: summary.id, tags: summary.repoTags, digests: summary.repoDigests)
  }
}
