/// What a user can choose. The defaults are what davit does without a settings file.
public struct Settings: Sendable, Hashable {
  /// The name that stands for `dark` or `light`, whichever suits the terminal's background.
  public static let automaticTheme = "auto"

  /// The name of the theme.
  public var theme = Settings.automaticTheme
  /// Whether the screen is drawn with ASCII characters only.
  public var ascii = ASCIIMode.automatic
  /// Whether the mouse is listened to.
  public var mouse = true
  /// Whether everything that changes the engine's state is refused.
  public var isReadOnly = false
  public var screen = Screen()
  public var logs = Logs()
  public var stats = Stats()
  public var secrets = Secrets()
  public var stacks = Stacks()
  /// Commands with keys of the user's own, in the order of the file. They are not checked here: only the dashboard
  /// knows the commands.
  public var keys: [KeyBinding] = []

  /// The defaults.
  public init() {}

  /// When ASCII is drawn.
  public enum ASCIIMode: Sendable, Hashable {
    /// Where the locale is not UTF-8.
    case automatic
    case always
    case never
  }

  /// The layout.
  public struct Screen: Sendable, Hashable {
    /// The width of the side panes, in percent of the screen (10 to 90).
    public var sideWidth = 33

    /// The defaults.
    public init() {}
  }

  /// The log view.
  public struct Logs: Sendable, Hashable {
    /// How many lines of the past are asked for when a log is opened; 0 asks for what comes from now on only.
    public var tail = 1_000
    /// How far back a log starts; nil leaves it to `tail`.
    public var since: Duration?
    /// How many lines of a log are kept.
    public var maximumLines = 50_000
    /// How many bytes of a log are kept.
    public var maximumBytes = 32 << 20
    /// Whether long lines are wrapped.
    public var wraps = false
    /// Whether the engine's time stands before each line.
    public var showsTimestamps = false

    /// The defaults.
    public init() {}
  }

  /// The statistics.
  public struct Stats: Sendable, Hashable {
    /// The time between two samples of a container that is on the screen.
    public var interval = Duration.seconds(2)

    /// The defaults.
    public init() {}
  }

  /// The stacks.
  public struct Stacks: Sendable, Hashable {
    /// Folders in which stacks are looked for, absolute or beginning with `~/`.
    public var folders: [String] = []

    /// The defaults.
    public init() {}
  }

  /// What is not shown in full.
  public struct Secrets: Sendable, Hashable {
    /// The variables whose values are masked.
    public var mask: [NamePattern] = [
      "*PASSWORD*", "*PASSWD*", "*PASSPHRASE*", "*SECRET*", "*TOKEN*", "*CREDENTIAL*", "*API_KEY*",
      "*APIKEY*",
      "*ACCESS_KEY*", "*PRIVATE_KEY*", "*_KEY", "KEY", "*_DSN", "DATABASE_URL",
    ].map(NamePattern.init)

    /// The defaults.
    public init() {}

    /// Whether the value of a variable or label is masked.
    public func masks(_ name: String) -> Bool { mask.contains { $0.matches(name) } }
  }
}
