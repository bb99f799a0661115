import ComposeFile
import Dashboard
import DiskFiles
import EngineClient
import StackPlanning

/// Performs what editing asks for: reads, checks, keeps and writes the files of stacks, off the main actor.
final class FileEditing: Sendable {
  let planner: StackPlanner
  let inbox: Inbox
  let local: LocalEnvironment
  /// The Compose command that is there; nil where none is to be run.
  let program: Task<ComposeProgram?, Never>?
  /// Seconds east of UTC, for times that are shown.
  let utcOffset: Int
  private let checks: LiveChecking

  init(
    planner: StackPlanner, inbox: Inbox, local: LocalEnvironment,
    program: Task<ComposeProgram?, Never>? = nil,
    utcOffset: Int
  ) {
    self.program = program
    self.planner = planner
    self.inbox = inbox
    self.local = local
    self.utcOffset = utcOffset
    checks = LiveChecking(inbox: inbox, environment: local.environment)
  }

  var client: EngineClient { planner.client }

  /// Begins an effect; its answer comes into the inbox. Handing over needs the screen, and is not done here.
  func perform(_ effect: EditorEffect) {
    switch effect {
    case .check(let check): checks.add(check)
    case .keep(let unsaved): later { self.keep(unsaved) }
    case .forget(let path, let leftovers): later { self.forget(path, leftovers: leftovers) }
    case .locate(let request): later { self.post(.located(request, self.locate(request))) }
    case .examine(let change): later { self.post(await self.examine(change)) }
    case .write(let change): later { self.post(self.write(change)) }
    case .propose(let order): later { self.post(self.propose(order)) }
    case .takeBack(let request): later { self.post(self.takeBack(request)) }
    case .prepare(let order): later { self.post(await self.prepare(order)) }
    case .findLeftovers: later { self.post(.leftovers(self.leftovers())) }
    case .handOver: break
    }
  }

  private func later(_ work: @escaping @Sendable () async -> Void) {
    Task.detached { await work() }
  }

  private func post(_ answer: EditorAnswer) { inbox.post(.editor(answer)) }

  /// The files as they are, but for one whose text is another.
  static func files(with text: String, at path: String) -> ComposeFiles {
    ComposeFiles.disk.replacing([path: text])
  }

  /// Seconds since 1970.
  var now: Int64 { HostClock.now.seconds }

  /// Whether two texts are the same bytes.
  static func areSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
}
