import Dashboard
import DiskFiles
import Troubles

/// Keeps the view for the next start: a while after it has changed, and at the end.
@MainActor
final class ViewKeeper {
  private let file: ViewMemoryFile
  private let inbox: Inbox
  /// What the file says, as far as this davit knows.
  private var known: ViewMemory
  private var wanted: ViewMemory
  private var isPlanned = false
  /// Whether it was said that keeping does not work: once is enough.
  private var hasComplained = false

  /// How long a view has to stay before it is written: whoever drags a line changes it many times.
  private static let pause = Duration.seconds(2)

  init(_ file: ViewMemoryFile, known: ViewMemory, inbox: Inbox) {
    self.file = file
    self.known = known
    self.inbox = inbox
    wanted = known
  }

  /// The view is like this now.
  func see(_ memory: ViewMemory) {
    wanted = memory
    guard memory != known, !isPlanned else { return }
    isPlanned = true
    Task { [weak self] in
      try? await Task.sleep(for: Self.pause)
      self?.isPlanned = false
      self?.write()
    }
  }

  /// Nothing comes any more: what was not written yet is.
  func end(_ memory: ViewMemory) {
    wanted = memory
    write()
  }

  private func write() {
    guard wanted != known else { return }
    known = wanted
    do throws(Trouble) {
      try file.write(wanted)
    } catch {
      guard !hasComplained else { return }
      hasComplained = true
      inbox.post(.notice(Notice(.warning, error.inTheWay(of: "cannot keep the view"))))
    }
  }
}
