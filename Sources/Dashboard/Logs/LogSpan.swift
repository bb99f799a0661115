import EngineModel
import Preferences
import TerminalUI

/// How much of a log is asked for.
enum LogSpan: Sendable, Hashable {
  /// What the settings say.
  case settings
  /// What was written in this last while.
  case last(Duration)
  /// All that the engine has, as far as it is kept here.
  case all
  /// A few minutes around a moment.
  case around(Timestamp)

  /// What is shown before a moment, and after it, in seconds.
  static let before: Int64 = 60
  static let after: Int64 = 300

  /// What the engine is asked for a container.
  func request(
    for container: ContainerID, generation: Int, _ settings: Settings.Logs, now: Timestamp?
  ) -> LogRequest {
    var request = LogRequest(container: container, generation: generation)
    // More lines than the buffer keeps are not worth asking for.
    request.tail = settings.maximumLines
    switch self {
    case .settings:
      request.tail = min(settings.tail, settings.maximumLines)
      request.window = settings.since
    case .last(let window): request.window = window
    case .all: break
    case .around(let time):
      request.since = time.adding(seconds: -Self.before)
      let end = time.adding(seconds: Self.after)
      // What goes on until now goes on from now on, too.
      if let now, end < now { request.until = end }
    }
    return request
  }

  /// What the border below a log says of it.
  func text(_ settings: Settings.Logs, zone: Int) -> String {
    switch self {
    case .settings:
      let window = settings.since.map { "last \(Self.text($0))" }
      // The last while is the narrower limit, and what the user has asked for.
      return window ?? "tail \(Quantity.count(min(settings.tail, settings.maximumLines)))"
    case .last(let window): return "last \(Self.text(window))"
    case .all: return "all"
    case .around(let time): return "around \(time.timeText(zoneSeconds: zone))"
    }
  }

  private static func text(_ window: Duration) -> String {
    Quantity.age(seconds: Double(window.components.seconds))
  }

  /// The choices, with the keys that stand for them.
  private static let choices: [(title: String, key: Character, span: LogSpan)] = [
    ("the last minute", "1", .last(.seconds(60))),
    ("the last 5 minutes", "5", .last(.seconds(300))),
    ("the last 30 minutes", "3", .last(.seconds(1_800))),
    ("the last hour", "h", .last(.seconds(3_600))),
    ("the last day", "d", .last(.seconds(86_400))),
    ("everything", "a", .all),
    ("as in the settings", "s", .settings),
  ]

  /// What can be asked for instead.
  static func menu(_ logs: LogsState, _ settings: Settings.Logs) -> Menu<LogAction> {
    Menu(
      title: "Show the log of",
      entries: choices.map { choice in
        .init(
          title: choice.title, detail: choice.span == logs.span ? "now" : String(choice.key),
          key: KeyPress(choice.key), choice: .send(.ask(choice.span)))
      },
      selected: choices.firstIndex { $0.span == logs.span } ?? 0)
  }
}
