/// For whom a request is made. It belongs to the task, so that all that is asked in its course has it too.
public enum Urgency: Sendable {
  /// Somebody waits for the answer.
  case user
  /// It is time for it again: it can wait while somebody waits for something else.
  case clock

  /// What the requests of this task are made for.
  @TaskLocal public static var current = Urgency.user
}
