import ComposeFile
import Dashboard
import DiskFiles
import Troubles

extension FileEditing {
  /// The files of a stack with their texts, in merge order; where none defines the service, also those that they include
  /// or extend.
  func locate(_ request: EditorRequest) -> [FileCandidate] {
    var paths = request.source.files
    if case .file(let path) = request.purpose, !paths.contains(path) { paths.append(path) }
    let leftovers = leftovers()
    var found = paths.map { candidate($0, request, leftovers) }
    guard request.service != nil, !found.contains(where: \.hasService) else { return found }
    let composeRequest = request.source.request(environment: local.environment)
    let project = ComposeReport.check(composeRequest, from: .disk).project
    for file in project?.sources.files ?? [] where !paths.contains(file.path) {
      let other = candidate(file.path, request, leftovers)
      if other.hasService { found.append(other) }
    }
    return found
  }

  private func candidate(
    _ path: String, _ request: EditorRequest, _ leftovers: [Leftover]
  ) -> FileCandidate {
    let leftover = leftovers.first { $0.path == path }
    let text: String
    do throws(Trouble) {
      guard let snapshot = try FileSnapshot.read(path) else {
        return FileCandidate(
          path: path, text: "", problem: "no such file on this machine", isMissing: true,
          leftover: leftover)
      }
      text = snapshot.text
    } catch {
      return FileCandidate(path: path, text: "", problem: error.why ?? error.what, leftover: leftover)
    }
    guard let service = request.service else {
      return FileCandidate(path: path, text: text, leftover: leftover)
    }
    let isWritten = ComposeBlocks.service(named: service, in: Self.lines(of: text)) != nil
    var definition: ComposeNode?
    if !isWritten || request.purpose == .quickEdit {
      definition = (try? ComposeText(text, path: path))?.meaning["services"]?[service]
    }
    return FileCandidate(
      path: path, text: text, hasService: isWritten || definition != nil, definition: definition,
      leftover: leftover)
  }

  private static func lines(of text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
