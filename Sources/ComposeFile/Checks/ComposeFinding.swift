/// Something that a check has to say about a project.
public struct ComposeFinding: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It cannot work.
    case error
    /// It works, and probably not as it was meant.
    case warning
    /// It works, and could be better.
    case advice

    /// Whether `left` matters more.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .advice: 2
      }
    }
  }

  /// The rule's id: `image-not-pinned`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// What is the matter here, in lower case and without a full stop.
  public var message: String
  /// What to do; empty where nothing can be said.
  public var fix: String
  /// Where in the model: `services.web.image`.
  public var path: String
  /// Where in the files; nil where no file says it.
  public var place: ComposePlace?

  /// A finding from its parts.
  public init(
    rule: String, severity: Severity, message: String, fix: String, path: String, place: ComposePlace?
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message.shown
    self.fix = fix.shown
    self.path = path.shown
    self.place = place
  }
}
