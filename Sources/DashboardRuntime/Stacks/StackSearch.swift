import ComposeFile
import Dashboard
import DiskFiles
import StackPlanning

/// Looks for stacks in folders, in the working directory, and where `-f` points.
struct StackSearch: Sendable {
  let environment: [String: String]

  /// How deep folders are searched below those that the settings name.
  private static let depth = 3
  /// The most folders that are looked into.
  private static let limit = 20_000
  /// The names that Compose looks for, first to last.
  private static let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
  private static let ignored: Set<String> = ["node_modules", "vendor", "__pycache__"]

  /// The stacks of all places, each once.
  func find(_ places: StackPlaces) -> [StackSource] {
    var sources: [StackSource] = []
    func add(_ source: StackSource?) {
      guard let source,
        !sources.contains(where: { $0.name == source.name && $0.directory == source.directory })
      else { return }
      sources.append(source)
    }
    if let start = places.workingDirectory ?? places.files.first.map(folder) {
      add(
        source(
          ComposeRequest(files: places.files, name: places.name, directory: start, environment: environment)))
    }
    for folder in places.folders {
      for found in stackFolders(in: expanded(folder)) {
        add(source(ComposeRequest(directory: found, environment: unbound)))
      }
    }
    return sources
  }

  /// The variables without those that choose one project.
  private var unbound: [String: String] {
    environment.filter { !["COMPOSE_FILE", "COMPOSE_PROJECT_NAME", "COMPOSE_PROFILES"].contains($0.key) }
  }

  /// The stack that a request leads to; nil where there is no file.
  private func source(_ request: ComposeRequest) -> StackSource? {
    guard let files = try? request.foundFiles(in: .disk), let first = files.first,
      files.contains(where: { ComposeFiles.disk.kind($0) == .file })
    else { return nil }
    if let project = try? ComposeProject.load(request, from: .disk) {
      return StackSource(name: project.name, directory: project.directory, files: files)
    }
    // A file with a mistake in it belongs to a stack all the same.
    let directory = folder(of: first)
    let name = request.name ?? Self.name(of: directory)
    return name.isEmpty ? nil : StackSource(name: name, directory: directory, files: files)
  }

  private func stackFolders(in root: String) -> [String] {
    var found: [String] = []
    var level = [root]
    var left = Self.limit
    for depth in 0...Self.depth {
      var next: [String] = []
      for folder in level where left > 0 {
        left -= 1
        let entries = FolderListing(folder)
        if Self.names.contains(where: entries.files.contains) { found.append(folder) }
        guard depth < Self.depth else { continue }
        next += entries.folders.filter { !$0.hasPrefix(".") && !Self.ignored.contains($0) }.sorted().map {
          folder == "/" ? "/" + $0 : folder + "/" + $0
        }
      }
      level = next
    }
    return found
  }

  private func expanded(_ folder: String) -> String {
    var path = folder
    if path.hasPrefix("~/"), let home = environment["HOME"] { path = home + path.dropFirst() }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The name that Compose gives a project after its folder.
  private static func name(of folder: String) -> String {
    let last = folder.split(separator: "/").last ?? ""
    let kept = last.lowercased().filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
    }
    return String(kept.drop { $0 == "_" || $0 == "-" })
  }
}
