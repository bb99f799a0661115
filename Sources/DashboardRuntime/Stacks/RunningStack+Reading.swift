import ComposeFile
import EngineClient
import EngineModel
import StackPlanning

extension RunningStack {
  /// Asks the engine for all that the plan of a project needs: its containers, the images that they are made from and
  /// those that the files name, networks and volumes. What goes away meanwhile is left out.
  package static func read(_ project: ComposeProject, from client: EngineClient) async throws(EngineError)
    -> RunningStack
  {
    async let networks = answer { () async throws(EngineError) in try await client.networks() }
    async let volumes = answer { () async throws(EngineError) in try await client.volumes() }
    async let info = answer { () async throws(EngineError) in try await client.info() }
    let members = try await client.containers().filter { $0.project?.rawValue == project.name }
    let containers = await details(of: members, from: client)
    let names = Set(
      project.services.compactMap(\.image) + containers.flatMap { [$0.imageID.rawValue, $0.image] }
    )
    .union(builtImages(of: project))
    return RunningStack(
      containers: containers.sorted { $0.name < $1.name }, images: await facts(of: names, from: client),
      networks: try await networks.get(), volumes: try await volumes.get(),
      defaultLogDriver: (try? await info.get())?.loggingDriver)
  }

  /// The names that Compose gives to images that it builds.
  private static func builtImages(of project: ComposeProject) -> [String] {
    project.services.filter { $0.image == nil }.flatMap { service in
      ["\(project.name)-\(service.name)", "\(project.name)_\(service.name)"]
    }
  }

  private static func details(
    of members: [ContainerSummary], from client: EngineClient
  ) async -> [ContainerDetails] {
    await withTaskGroup(of: ContainerDetails?.self) { group in
      for member in members { group.addTask { try? await client.container(member.id) } }
      return await group.reduce(into: []) { list, details in
        if let details { list.append(details) }
      }
    }
  }

  private static func facts(of names: Set<String>, from client: EngineClient) async -> [ImageFacts] {
    let found = await withTaskGroup(of: ImageFacts?.self) { group in
      for name in names where !name.isEmpty {
        group.addTask { (try? await client.document(.image(name))).flatMap(ImageFacts.init) }
      }
      return await group.reduce(into: [ImageID: ImageFacts]()) { images, facts in
        if let facts { images[facts.id] = facts }
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  private static func answer<Value: Sendable>(
    _ body: () async throws(EngineError) -> Value
  ) async -> Result<Value, EngineError> {
    do throws(EngineError) { return .success(try await body()) } catch { return .failure(error) }
  }
}
