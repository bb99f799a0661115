import Glibc
import Troubles

/// The unsaved texts of editor sessions, in the state folder's `swap/`, where only their owner can read them: what a
/// killed davit leaves there is offered at the next start.
package struct SwapFiles: Sendable {
  private static let title = "davit swap 1"

  let state: StateFolder

  /// The swap files in a state folder.
  package init(in state: StateFolder) { self.state = state }

  /// Writes a session's text, in the place of what it has written before. `base` is the file that is edited as it was
  /// read, nil for a new one; `time` in seconds since 1970. Throws one line where that fails.
  package func write(
    _ text: String, of path: String, base: FileRevision?, project: String, time: Int64
  ) throws(Trouble) {
    var fields = ["path": path, "project": project, "time": String(time), "process": String(getpid())]
    fields["base"] = base?.content.description
    fields["started"] = RunningProcess(getpid()).startTime.map(String.init)
    let kept = KeptText(title: Self.title, fields: fields, text: text)
    try state.write(kept.written, to: name(path, getpid()))
  }

  /// Removes what this process has written of a file: it is saved, or thrown away.
  package func remove(_ path: String) { state.remove(name(path, getpid())) }

  /// What processes that are gone have left, the newest first.
  package func leftovers() -> [SwapText] {
    state.names(in: "swap").compactMap { name -> SwapText? in
      guard let written = state.read("swap/\(name)"), let kept = KeptText(written, title: Self.title),
        let path = kept.fields["path"], let process = kept.fields["process"].flatMap({ pid_t($0) }),
        process > 0, !isAlive(process, started: kept.fields["started"])
      else { return nil }
      return SwapText(
        path: path, project: kept.fields["project"] ?? "", text: kept.text,
        base: kept.fields["base"].flatMap { ContentDigest($0) },
        time: kept.fields["time"].flatMap { Int64($0) } ?? 0, name: name)
    }.sorted { ($0.time, $0.name) > ($1.time, $1.name) }
  }

  /// Removes a leftover: it was taken over, or thrown away.
  package func remove(_ leftover: SwapText) { state.remove("swap/\(leftover.name)") }

  /// A number is given again: a process that started at another time is not the one that wrote.
  private func isAlive(_ number: pid_t, started: String?) -> Bool {
    let process = RunningProcess(number)
    guard process.isAlive else { return false }
    guard let started, let now = process.startTime else { return true }
    return started == String(now)
  }

  private func name(_ path: String, _ process: pid_t) -> String {
    "swap/\(ContentDigest(of: path))-\(process)"
  }
}

/// An unsaved text that a davit has left when it was killed.
package struct SwapText: Sendable, Hashable {
  /// The file that was edited, an absolute path.
  package var path: String
  /// The project; may be empty.
  package var project: String
  package var text: String
  /// What the file held when it was opened; nil for a new file.
  package var base: ContentDigest?
  /// When it was written, in seconds since 1970.
  package var time: Int64
  let name: String
}
