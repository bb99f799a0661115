import ComposeFile
import Dashboard
import Synchronization

/// Checks texts while they are typed: one at a time, and of those that wait only the newest.
final class LiveChecking: Sendable {
  private struct Queue {
    var next: EditorCheck?
    var isBusy = false
  }

  private let inbox: Inbox
  private let environment: [String: String]
  private let queue = Mutex(Queue())

  init(inbox: Inbox, environment: [String: String]) {
    self.inbox = inbox
    self.environment = environment
  }

  func add(_ check: EditorCheck) {
    let starts = queue.withLock { queue in
      queue.next = check
      defer { queue.isBusy = true }
      return !queue.isBusy
    }
    if starts { Task.detached(priority: .utility) { self.run() } }
  }

  private func run() {
    while let check = takeNext() {
      let files = FileEditing.files(with: check.text.string, at: check.path)
      let request = check.source.request(environment: environment)
      let report = ComposeReport.check(request, from: files, usedPorts: check.usedPorts)
      inbox.post(.editor(.checked(serial: check.serial, report.findings)))
    }
  }

  private func takeNext() -> EditorCheck? {
    queue.withLock { queue in
      defer { queue.next = nil }
      if queue.next == nil { queue.isBusy = false }
      return queue.next
    }
  }
}
