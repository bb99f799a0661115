import Preferences
import StackPlanning

/// What a feature says has happened, or is to happen. The parent decides who hears it: no feature reaches into another.
/// `Action` is what the feature itself can be told later.
indirect enum Outcome<Action: Sendable & Equatable>: Sendable, Equatable {
  /// Comes back to the feature, with what was answered where it stood behind a question.
  case send(Action, UserReply = UserReply())
  /// These, one after the other.
  case several([Outcome])
  /// Runs a command by its id, as its key does.
  case command(String)
  case effect(Effect)
  case notice(Notice)
  /// Puts something over the panes.
  case show(Overlay<Action>)
  /// Begins jobs on an engine.
  case begin(JobOrder, on: EngineID)
  /// Changes what is looked at.
  case view(ViewChange)
  /// Opens the line at the foot, to type a filter or a search.
  case typeFilter(FilterTarget)
  /// Remembers something of a stack between runs.
  case remember(ProjectKey, StackMemory)
  /// Has a stack's files and containers read again.
  case readAgain(ProjectKey)
  /// Begins a search through the logs of an engine; nil ends the one that is under way.
  case searchLogs(LogSearchRequest?, on: EngineID)

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Outcome<Other> {
    switch self {
    case .send(let action, let reply): .send(lift(action), reply)
    case .several(let outcomes): .several(outcomes.map { $0.map(lift) })
    case .command(let id): .command(id)
    case .effect(let effect): .effect(effect)
    case .notice(let notice): .notice(notice)
    case .show(let overlay): .show(overlay.map(lift))
    case .begin(let order, let engine): .begin(order, on: engine)
    case .view(let change): .view(change)
    case .typeFilter(let target): .typeFilter(target)
    case .remember(let key, let memory): .remember(key, memory)
    case .readAgain(let key): .readAgain(key)
    case .searchLogs(let request, let engine): .searchLogs(request, on: engine)
    }
  }

  /// The same with what was answered to the question it stood behind.
  func answered(_ reply: UserReply) -> Outcome {
    switch self {
    case .send(let action, _): .send(action, reply)
    case .several(let outcomes): .several(outcomes.map { $0.answered(reply) })
    case .begin(let order, let engine): .begin(order.with(reply), on: engine)
    default: self
    }
  }
}

/// What was answered: what was switched on, and what was typed.
struct UserReply: Sendable, Equatable {
  var switches: Set<Character> = []
  var texts: [String] = []

  /// The first text; empty for none.
  var text: String { texts.first ?? "" }
}

/// Jobs that are to be begun.
enum JobOrder: Sendable, Equatable {
  /// One job for each; they run side by side.
  case calls([EngineCall])
  /// One job of calls in waves, one wave after the other.
  case waves(JobVerb, subject: String, [[EngineCall]])
  /// One job for each run; `change` is the number of a written file that they bring up.
  case compose([ComposeRun], change: Int? = nil)
  /// One job for each; they run side by side.
  case transfers([Transfer])
  /// One job for each program.
  case programs([ProgramRun], showing: CustomCommand.Showing)

  /// The order with what was switched on before saying yes to it.
  func with(_ reply: UserReply) -> JobOrder {
    switch self {
    case .calls(let calls): .calls(calls.map { $0.with(EngineCall.options(reply.switches)) })
    case .waves, .transfers, .programs: self
    case .compose(let runs, let change): .compose(runs.map { $0.with(reply.switches) }, change: change)
    }
  }
}

extension EngineCall {
  /// The keys of questions that stand for options.
  static func options(_ switches: Set<Character>) -> Set<Option> {
    let known: [Character: Option] = ["f": .force, "v": .volumes, "a": .all, "o": .old]
    return Set(switches.compactMap { known[$0] })
  }
}

extension ComposeRun {
  /// The run with the options that the keys of questions stand for.
  fileprivate func with(_ switches: Set<Character>) -> ComposeRun {
    guard verb == .down else { return self }
    var run = self
    if switches.contains("v") { run.options.insert(.volumes) }
    if switches.contains("o") { run.options.insert(.removeOrphans) }
    return run
  }
}

/// What a filter is typed for.
enum FilterTarget: Sendable, Hashable {
  /// The rows of a pane.
  case pane(PaneKind)
  /// The log: a filter, or a search.
  case log
  /// A search in another tab's text.
  case text
  /// The lines of the text that lies over the panes.
  case overlay
}

/// A change of what is looked at.
enum ViewChange: Sendable, Hashable {
  /// Gives a pane the keys.
  case activate(PaneKind)
  /// Moves the cursor of the pane that has the keys.
  case move(by: Int)
  case toggleMark
  case toggleAllMarks
  case forgetMarks
  case filter(PaneKind, String)
  /// Sorts by a column; the other way round where it sorts by it already.
  case sort(PaneKind, SortOrder)
  case reverseSort
  /// Shows these columns, by id and in this order; nil for those that come by themselves. The cursor is where the menu of
  /// columns is to begin.
  case columns(PaneKind, [String]?, cursor: Int)
  /// Folds a row of a tree, or unfolds it, and puts the cursor on it.
  case fold(RowID, in: PaneKind)
  case toggleStopped(PaneKind)
  /// Ends a search in the details.
  case endSearch
  /// Shows or hides rows that say little.
  case toggleNoise(PaneKind)
  /// Goes back from a pane that has no place beside the others.
  case leavePane
  case enterDetails
  case leaveDetails
  /// Gives the keys back to where they were; the screen stays divided as it is.
  case focus(Focus)
  /// Shows a tab of what is selected over the whole screen.
  case wholeScreen(tab: String)
  case nextMode, previousMode, sideMode
  case turnTab(by: Int)
  /// Wraps long lines of texts, or not.
  case toggleWrap
  /// Goes to a row in its own pane.
  case open(RowID)
  case revealSecrets
}

extension Outcome {
  /// A call for each row, on its engine.
  static func calls(on rows: [RowID], _ call: (RowID) -> EngineCall) -> Outcome {
    let engines = rows.map(\.engine).reduce(into: [EngineID]()) { if !$0.contains($1) { $0.append($1) } }
    return .several(
      engines.map { engine in .begin(.calls(rows.filter { $0.engine == engine }.map(call)), on: engine) })
  }
}
