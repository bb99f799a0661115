/// A project as Compose sees it: all files read, laid over each other, with every value resolved.
public struct ComposeProject: Sendable {
  /// The project's name.
  public let name: String
  /// The directory that relative paths start at, absolute.
  public let directory: String
  /// The files in their order, absolute paths or `-`.
  public let files: [String]
  /// The variables that were put in: those around the request, and those of environment files.
  public let environment: [String: String]
  /// The resolved model in the shape of `docker compose config --format json`, with the place of every value.
  public let model: ComposeMap
  /// What the models are made of.
  let canonical: ComposeMap
  /// The services whose profiles are not active.
  public let inactiveServices: [String]
  /// What Compose would warn of.
  public let warnings: [String]
  /// The variables that the files name and nothing sets.
  public let unsetVariables: [UnsetVariable]
  /// The texts of all files, for showing where something stands.
  public let sources: ComposeSources

  /// The same for YAML: nothing that is empty, and all `x-` keys.
  public var yamlModel: ComposeMap {
    ResolvedModel(json: model).yaml(from: canonical)
  }

  /// The names of the active services, sorted.
  public var serviceNames: [String] { model["services"]?.map?.keys ?? [] }

  /// Reads a project.
  ///
  /// Throws the first thing that keeps Compose from reading it.
  public static func load(
    _ request: ComposeRequest, from files: ComposeFiles, limits: ComposeLimits = .standard
  ) throws(ComposeProblem) -> ComposeProject {
    var reading = ProjectReading(request: request, files: files, limits: limits)
    do {
      return try reading.read()
    } catch {
      throw error.placed(in: reading.sources)
    }
  }
}
