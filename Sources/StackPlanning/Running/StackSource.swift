import ComposeFile

/// Where a stack comes from: what Compose has to be given to make the very same stack again.
package struct StackSource: Hashable, Sendable {
  /// The project's name.
  package var name: String
  /// The folder that relative paths start at, absolute.
  package var directory: String
  /// The files in merge order, absolute.
  package var files: [String]
  /// The files of `--env-file`; empty for the folder's `.env`.
  package var environmentFiles: [String]
  /// The profiles that are active. Compose's labels do not tell them: they are inferred, or asked for and remembered.
  package var profiles: [String]

  /// A source from its parts.
  package init(
    name: String, directory: String, files: [String], environmentFiles: [String] = [], profiles: [String] = []
  ) {
    self.name = name
    self.directory = directory
    self.files = files
    self.environmentFiles = environmentFiles
    self.profiles = profiles
  }

  /// The request that reads the project, with the variables that surround davit.
  package func request(environment: [String: String]) -> ComposeRequest {
    ComposeRequest(
      files: files, name: name, profiles: profiles, environmentFiles: environmentFiles,
      projectDirectory: directory, directory: directory, environment: environment)
  }
}
