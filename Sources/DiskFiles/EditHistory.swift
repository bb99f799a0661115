import Troubles

/// The texts that files had before davit wrote them, so that an edit can be taken back: the last twenty of each file, in
/// the state folder's `edits/`, where only their owner can read them.
package struct EditHistory: Sendable {
  /// The most texts that are kept of one file.
  package static let limit = 20
  private static let title = "davit edit 1"

  let state: StateFolder

  /// The history in a state folder.
  package init(in state: StateFolder) { self.state = state }

  /// Keeps a file's text, which is about to be replaced. `time` is in seconds since 1970. Throws one line where it
  /// cannot be kept: then nothing should be replaced.
  package func keep(
    _ snapshot: FileSnapshot, project: String, time: Int64
  ) throws(Trouble) {
    let folder = folder(of: snapshot.path)
    let numbers = numbers(in: folder)
    let kept = KeptText(
      title: Self.title, fields: ["path": snapshot.path, "project": project, "time": String(time)],
      text: snapshot.text)
    try state.write(kept.written, to: name(numbers.last.map { $0 + 1 } ?? 1, in: folder))
    for number in numbers.dropLast(Self.limit - 1) { state.remove(name(number, in: folder)) }
  }

  /// The text that a file had before the last edit; nil where none is kept.
  package func last(for path: String) -> KeptEdit? {
    let path = FilePaths.resolved(path)
    let folder = folder(of: path)
    for number in numbers(in: folder).reversed() {
      if let edit = read(number, in: folder), edit.path == path { return edit }
    }
    return nil
  }

  /// All texts that are kept of a file, the newest first.
  package func all(for path: String) -> [KeptEdit] {
    let path = FilePaths.resolved(path)
    let folder = folder(of: path)
    return numbers(in: folder).reversed().compactMap { read($0, in: folder) }.filter { $0.path == path }
  }

  /// Forgets a text, after it was taken back.
  package func remove(_ edit: KeptEdit) { state.remove(name(edit.number, in: folder(of: edit.path))) }

  private func folder(of path: String) -> String { "edits/\(ContentDigest(of: path))" }

  private func name(_ number: Int, in folder: String) -> String { "\(folder)/\(number)" }

  private func numbers(in folder: String) -> [Int] {
    state.names(in: folder).compactMap { Int($0) }.filter { $0 > 0 && $0 < .max }.sorted()
  }

  private func read(_ number: Int, in folder: String) -> KeptEdit? {
    guard let written = state.read(name(number, in: folder)),
      let kept = KeptText(written, title: Self.title),
      let path = kept.fields["path"]
    else { return nil }
    return KeptEdit(
      path: path, project: kept.fields["project"] ?? "", time: kept.fields["time"].flatMap { Int64($0) } ?? 0,
      text: kept.text, number: number)
  }
}

/// The text that a file had before an edit.
package struct KeptEdit: Sendable, Hashable {
  /// The file's absolute path, links followed.
  package var path: String
  /// The project that was edited; may be empty.
  package var project: String
  /// When it was replaced, in seconds since 1970.
  package var time: Int64
  package var text: String
  let number: Int
}
