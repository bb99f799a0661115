/// Which project to read, and how: what `docker compose` takes from its command line and environment.
public struct ComposeRequest: Sendable {
  /// The files in their order, absolute or relative to `directory`, `-` being the standard input; empty for those
  /// that `COMPOSE_FILE` names or that are found by their names.
  public var files: [String]
  /// The name of the project; nil for the one that the environment, the files or the directory give.
  public var name: String?
  /// The profiles that are active; empty for those of `COMPOSE_PROFILES`.
  public var profiles: [String]
  /// Files with variables instead of `.env`.
  public var environmentFiles: [String]
  /// The directory of the project; nil for that of the first file.
  public var projectDirectory: String?
  /// The services to read, with what they depend on; empty for all.
  public var services: [String]
  /// The directory that the request is made in, absolute.
  public var directory: String
  /// The variables around the request.
  public var environment: [String: String]

  /// A request made in a directory with an environment.
  public init(
    files: [String] = [], name: String? = nil, profiles: [String] = [], environmentFiles: [String] = [],
    projectDirectory: String? = nil, services: [String] = [], directory: String,
    environment: [String: String] = [:]
  ) {
    self.files = files
    self.name = name
    self.profiles = profiles
    self.environmentFiles = environmentFiles
    self.projectDirectory = projectDirectory
    self.services = services
    self.directory = directory
    self.environment = environment
  }
}

extension ComposeRequest {
  /// The files that would be read, absolute paths or `-`, at least one.
  ///
  /// Throws where there is none.
  public func foundFiles(
    in files: ComposeFiles, limits: ComposeLimits = .standard
  ) throws(ComposeProblem) -> [String] {
    do throws(MarkedProblem) {
      return try Discovery(request: self, reader: EnvironmentFileReading(files: files, limits: limits)).find()
        .files
    } catch {
      throw error.placed(in: ComposeSources())
    }
  }
}
