import ComposeFile
import Dashboard
import DiskFiles
import EngineModel
import Troubles

extension FileEditing {
  /// Writes a text in the place of the one that the change started from; the old text is kept before.
  func write(_ change: FileChange) -> EditorAnswer {
    guard !client.isReadOnly else {
      return .refused(
        serial: change.serial, Trouble("cannot write \(change.path)", why: "davit is read-only"))
    }
    do throws(FileWriteProblem) {
      guard let base = change.base else {
        try AtomicFile(change.path).write(change.text, expecting: nil, makesFolder: true)
        return .written(serial: change.serial)
      }
      guard let current = try read(change.path) else { return .conflict(serial: change.serial, theirs: nil) }
      guard Self.areSame(current.text, base) else {
        return .conflict(serial: change.serial, theirs: current.text)
      }
      try keepPrevious(current, change)
      try AtomicFile(change.path).write(change.text, expecting: current.revision)
      if change.takesBack { forgetTakenBack(change) }
      return .written(serial: change.serial)
    } catch {
      switch error {
      case .conflict(let theirs): return .conflict(serial: change.serial, theirs: theirs?.text)
      case .failed(let problem): return .refused(serial: change.serial, problem)
      }
    }
  }

  private func read(_ path: String) throws(FileWriteProblem) -> FileSnapshot? {
    do throws(Trouble) { return try FileSnapshot.read(path) } catch { throw .failed(error) }
  }

  /// Keeps the text that is about to be replaced; an edit that is taken back is not kept: it is the one that goes.
  private func keepPrevious(_ snapshot: FileSnapshot, _ change: FileChange) throws(FileWriteProblem) {
    guard !change.takesBack, let history else { return }
    do throws(Trouble) {
      try history.keep(snapshot, project: change.key.name.rawValue, time: now)
    } catch { throw .failed(error) }
  }

  private func forgetTakenBack(_ change: FileChange) {
    guard let history, let edit = history.last(for: change.path), Self.areSame(edit.text, change.text) else {
      return
    }
    history.remove(edit)
  }

  private var history: EditHistory? { local.state.map(EditHistory.init) }

  /// The newest text that is kept of a stack's files, to be put back.
  func takeBack(_ request: EditorRequest) -> EditorAnswer {
    let edits = request.source.files.compactMap { path in
      history?.last(for: path).map { (path: path, edit: $0) }
    }
    guard let (path, edit) = edits.max(by: { $0.edit.time < $1.edit.time }) else {
      let files = request.source.files.joined(separator: ", ")
      return .refused(
        serial: request.serial, Trouble("cannot undo an edit", why: "davit has not written \(files)"))
    }
    do throws(Trouble) {
      guard let current = try FileSnapshot.read(path) else {
        return .refused(serial: request.serial, Trouble("cannot undo the edit", why: "\(path) is gone"))
      }
      let title = "Undo the edit of \(time(edit.time))"
      return .proposed(
        FileChange(
          serial: request.serial, title: title, key: request.key, source: request.source, path: path,
          base: current.text,
          text: edit.text, takesBack: true))
    } catch {
      return .refused(serial: request.serial, error)
    }
  }

  /// A time as people read it, in the local zone: `2026-11-24 12:03`.
  func time(_ seconds: Int64) -> String {
    String(Timestamp(seconds: seconds).dateTimeText(zoneSeconds: utcOffset).prefix(16))
  }
}
