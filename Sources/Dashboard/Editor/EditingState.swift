import ComposeFile
import StackPlanning

/// All that is going on with the texts of stacks.
struct EditingState: Sendable, Equatable {
  /// The file that is open in the editor; nil for none.
  var editor: EditorState?
  /// What lies over the whole screen until it is decided; nil for nothing.
  var page: EditingPage?
  /// Changes that were written and are being brought up, or could not be, by their job.
  var applied: [JobID: AppliedChange] = [:]
  /// Changes that are being taken back since they could not be brought up, by the serial of the writing.
  var reverts: [Int: AppliedChange] = [:]
  /// The number of the last request.
  var serial = 0
  /// The request whose answer is waited for; nil for none. What comes for another one is too late.
  var awaited: Int?

  /// The number of a new request, whose answer is waited for from now on.
  mutating func request() -> Int {
    serial += 1
    awaited = serial
    return serial
  }

  /// Whether an answer is the one that is waited for; it is no longer after this.
  mutating func isAwaited(_ serial: Int) -> Bool {
    guard awaited == serial else { return false }
    awaited = nil
    return true
  }
}

/// What lies over the whole screen and takes the keys.
enum EditingPage: Sendable, Equatable {
  /// A change before it is written.
  case review(Review)
  /// A file that has become another one meanwhile.
  case conflict(Conflict)
}

extension DashboardState {
  /// Takes in what came back of editing.
  mutating func take(_ news: EditorNews) -> [Effect] {
    switch news {
    case .located(let request, let files): return locate(request, files)
    case .checked(let serial, let findings): return takeFindings(serial, findings)
    case .examined(let serial, let facts): return takeFacts(serial, facts)
    case .written(let serial): return takeWritten(serial)
    case .conflict(let serial, let theirs): return takeConflict(serial, theirs)
    case .refused(let serial, let reason): return takeRefusal(serial, reason)
    case .proposed(let change): return takeProposal(change)
    case .handedBack(let serial, let text): return takeBack(serial, text)
    case .prepared(let change): return openNew(change)
    case .leftovers(let leftovers): return offer(leftovers)
    }
  }

  /// Shows why something cannot be done; a review that wanted it goes on.
  private mutating func takeRefusal(_ serial: Int, _ reason: String) -> [Effect] {
    if editing.reverts.removeValue(forKey: serial) != nil { return notify(Notice(.error, reason)) }
    guard editing.isAwaited(serial) else { return [] }
    if case .review(var review)? = editing.page {
      review.isBusy = false
      editing.page = .review(review)
    }
    return notify(Notice(.error, reason))
  }

  /// Whether something that cannot be undone by closing it takes the keys.
  var isEditing: Bool { editing.editor != nil || editing.page != nil }

  /// Host ports that containers of other projects hold.
  func portsHeld(against key: ProjectKey) -> [UsedHostPort] {
    facts.containers.values.filter { $0.state == .running && $0.projectKey != key }
      .flatMap { container in
        container.ports.compactMap { port in
          guard let published = port.publicPort else { return nil }
          let isAny = ["", "0.0.0.0", "::"].contains(port.address ?? "")
          return UsedHostPort(
            address: isAny ? "" : port.address ?? "", port: published, transport: port.proto,
            owner: "the container \(container.name)")
        }
      }
  }
}
