/// What Compose writes into the labels of the things it makes (`com.docker.compose.…`).
public struct ComposeLabels: Hashable, Sendable {
  private let labels: [String: String]

  /// Reads the labels of a container, network, volume or image.
  public init(_ labels: [String: String]) { self.labels = labels }

  /// The project that it belongs to; nil where Compose did not make it.
  public var project: ProjectName? { value("project").map(ProjectName.init(_:)) }

  /// The service that the container runs; nil for anything else.
  public var service: ServiceName? { value("service").map(ServiceName.init(_:)) }

  /// The replica's number, from 1.
  public var containerNumber: Int? { value("container-number").flatMap(Int.init) }

  /// Whether `compose run` made it: such a container is no replica of its service.
  public var isOneOff: Bool { value("oneoff")?.lowercased() == "true" }

  /// The folder that relative paths of the project start at, on the machine where Compose ran.
  public var workingDirectory: String? { value("project.working_dir") }

  /// The project's files as Compose wrote them, in merge order; "-" stands for standard input. A comma within an
  /// absolute path is told from the separator: behind that begins another absolute path.
  public var configFiles: [String] { paths("project.config_files") }

  /// The files of `--env-file`, where it was given.
  public var environmentFiles: [String] { paths("project.environment_file") }

  private func paths(_ key: String) -> [String] {
    guard let text = value(key) else { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    // docker-compose 1 writes the paths as they were given, which may be relative to the folder.
    guard text.hasPrefix("/"), parts.allSatisfy({ $0 != "-" }) else { return parts.filter { !$0.isEmpty } }
    var paths: [String] = []
    for part in parts {
      if let last = paths.last, !part.hasPrefix("/") {
        paths[paths.count - 1] = last + "," + part
      } else {
        paths.append(part)
      }
    }
    return paths
  }

  func value(_ key: String) -> String? {
    guard let text = labels["com.docker.compose." + key], !text.isEmpty else { return nil }
    return text
  }
}
