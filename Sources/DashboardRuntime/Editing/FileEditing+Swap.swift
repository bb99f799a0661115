import Dashboard
import DiskFiles
import Troubles

extension FileEditing {
  private var swap: SwapFiles? { local.state.map(SwapFiles.init) }

  /// Keeps a text that is written nowhere; what went wrong is told.
  func keep(_ unsaved: UnsavedText) {
    guard let swap else { return }
    do throws(Trouble) {
      let base = (try? FileSnapshot.read(unsaved.path))?.revision
      try swap.write(
        unsaved.text.string, of: unsaved.path, base: base, project: unsaved.project, time: now)
    } catch {
      inbox.post(.notice(Notice(.warning, error)))
      return
    }
    if unsaved.replacesLeftover { removeLeftovers(of: unsaved.path) }
  }

  /// Forgets what is kept of a file.
  func forget(_ path: String, leftovers: Bool) {
    swap?.remove(path)
    if leftovers { removeLeftovers(of: path) }
  }

  /// The texts that earlier runs have left, the newest of each file.
  func leftovers() -> [Leftover] {
    var seen: Set<String> = []
    return (swap?.leftovers() ?? []).filter { seen.insert($0.path).inserted }.map {
      Leftover(path: $0.path, text: $0.text, time: time($0.time))
    }
  }

  private func removeLeftovers(of path: String) {
    guard let swap else { return }
    for leftover in swap.leftovers() where leftover.path == path { swap.remove(leftover) }
  }
}
