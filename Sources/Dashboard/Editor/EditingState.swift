import ComposeFile
import StackPlanning
import TerminalUI

/// All that is going on with the texts of stacks.
struct EditingState: Sendable, Equatable {
  /// The file that is open in the editor; nil for none.
  var editor: EditorState?
  /// What lies over the whole screen until it is decided; nil for nothing.
  var page: EditingPage?
  /// Changes that were written and are being brought up, or could not be, by the number of their writing.
  var applied: [Int: AppliedChange] = [:]
  /// Changes that are being taken back since they could not be brought up, by the number of the writing.
  var reverts: [Int: AppliedChange] = [:]
  /// The number of the last request.
  private(set) var serial = 0
  /// The request whose answer is waited for; nil for none. What comes for another one is too late.
  private var awaited: Int?

  /// The number of a new request.
  mutating func nextSerial() -> Int {
    serial += 1
    return serial
  }

  /// The number of a new request, whose answer is waited for from now on.
  mutating func request() -> Int {
    awaited = nextSerial()
    return serial
  }

  /// Whether an answer is the one that is waited for; it is no longer after this.
  mutating func isAwaited(_ serial: Int) -> Bool {
    guard awaited == serial else { return false }
    awaited = nil
    return true
  }

  /// Whether something was asked for whose answer takes the keys: what is typed until then is meant for it.
  var holdsKeys: Bool { awaited != nil && !isOpen }

  /// Waits for no answer any more.
  mutating func stopWaiting() { awaited = nil }

  /// Whether something that cannot be undone by closing it takes the keys.
  var isOpen: Bool { editor != nil || page != nil }

  /// What takes the keys; nil for nothing.
  var scope: InnerScope? {
    switch page {
    case .review?: .review
    case .conflict?: .conflict
    case nil: editor.map { $0.entry == nil ? .editor : .search }
    }
  }
}

/// What lies over the whole screen and takes the keys.
enum EditingPage: Sendable, Equatable {
  /// A change before it is written.
  case review(Review)
  /// A file that has become another one meanwhile.
  case conflict(Conflict)
}

/// What the editor says has happened.
typealias EditorOutcome = Outcome<EditorAction>

/// What the editor can be told.
enum EditorAction: Sendable, Equatable {
  // What is asked for in the panes.
  case open(EditorRequest.Purpose)
  case newStack
  case takeLastEditBack
  /// Reviews edits of a stack's file that another feature wants.
  case propose(ProjectKey, file: String, [EditOrder.Step])

  // What is chosen in menus.
  case openFile(EditorRequest, FileCandidate)
  /// Opens a file with a text that an earlier run could not write.
  case recover(EditorRequest, FileCandidate, String)
  case discardLeftover(EditorRequest, FileCandidate)
  case ignoreLeftover(EditorRequest, FileCandidate)
  /// Opens a text that an earlier run could not write.
  case openLeftover(Leftover)
  case discard
  case quickEdit(QuickEdit)
  case begin(NewStackKind)

  // What is answered in forms.
  case finish(QuickEdit)
  case finishNewStack(NewStackKind)

  // What is done in the text.
  case review, leave, handOver, switchBlock, complete
  case find(replacing: Bool)
  /// A key as the text takes it.
  case text(KeyPress)
  case search(SearchCommand)

  // What is done with a change.
  case write(bringsUp: Bool)
  case overrule
  case keepMine, takeTheirs
  case closePage
  case scroll(Scroll.Step)
  /// Puts the file back as it was before a change that could not be brought up.
  case takeAppliedBack(Int)
}

/// What is done while something is searched for.
enum SearchCommand: Sendable, Hashable {
  case confirm, next, previous, otherField, replace, replaceAll, togglePattern, close
}
