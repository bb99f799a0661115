import SecretDetection

/// What a user can choose. The defaults are what davit does without a settings file.
package struct Settings: Sendable, Hashable {
  /// The name that stands for `dark` or `light`, whichever suits the terminal's background.
  package static let automaticTheme = "auto"

  /// The name of the theme.
  package var theme = Settings.automaticTheme
  /// Whether the screen is drawn with ASCII characters only.
  package var ascii = ASCIIMode.automatic
  /// Whether the mouse is listened to.
  package var mouse = true
  /// Whether everything that changes the engine's state is refused.
  package var isReadOnly = false
  package var screen = Screen()
  package var logs = Logs()
  package var containers = Containers()
  package var stats = Stats()
  package var secrets = Secrets()
  package var stacks = Stacks()
  package var images = Images()
  /// Commands with keys of the user's own, in the order of the file. They are not checked here: only the dashboard
  /// knows the commands.
  package var keys: [KeyBinding] = []
  /// Commands of the user's own.
  package var commands = CustomCommand.List()

  /// The defaults.
  package init() {}

  /// When ASCII is drawn.
  package enum ASCIIMode: Sendable, Hashable {
    /// Where the locale is not UTF-8.
    case automatic
    case always
    case never
  }

  /// The layout.
  package struct Screen: Sendable, Hashable {
    /// The width of the side panes, in percent of the screen (10 to 90).
    package var sideWidth = 33
    /// Whether davit starts as it was left.
    package var remembers = true

    /// The defaults.
    package init() {}
  }

  /// The log view.
  package struct Logs: Sendable, Hashable {
    /// How many lines of the past are asked for when a log is opened; 0 asks for what comes from now on only.
    package var tail = 1_000
    /// How far back a log starts; nil leaves it to `tail`.
    package var since: Duration?
    /// How many lines of a log are kept.
    package var maximumLines = 50_000
    /// How many bytes of a log are kept.
    package var maximumBytes = 32 << 20
    /// Whether long lines are wrapped.
    package var wraps = false
    /// Whether the engine's time stands before each line.
    package var showsTimestamps = false
    /// The fields of structured lines that are shown behind the message, in this order; empty for all.
    package var fields: [String] = []

    /// The defaults.
    package init() {}
  }

  /// The list of containers.
  package struct Containers: Sendable, Hashable {
    /// Labels that have a column of their own, by their whole names.
    package var labels: [String] = []

    /// The defaults.
    package init() {}
  }

  /// The statistics.
  package struct Stats: Sendable, Hashable {
    /// The time between two samples of a container that is on the screen.
    package var interval = Duration.seconds(2)

    /// The defaults.
    package init() {}
  }

  /// The stacks.
  package struct Stacks: Sendable, Hashable {
    /// Folders in which stacks are looked for, absolute or beginning with `~/`.
    package var folders: [String] = []

    /// The defaults.
    package init() {}
  }

  /// The images.
  package struct Images: Sendable, Hashable {
    /// The time between two questions to registries about newer images; nil: they are asked on a key only.
    package var checkInterval: Duration?

    /// The defaults.
    package init() {}
  }

  /// What is not shown in full.
  package struct Secrets: Sendable, Hashable {
    /// Names of variables whose values are masked, beside those that are found out.
    package var mask: [NamePattern] = []
    /// Names of variables whose values are not masked, whatever is found out.
    package var show: [NamePattern] = []

    /// The defaults.
    package init() {}

    /// What is masked.
    package var rules: SecretRules {
      var rules = SecretRules()
      (rules.hidden, rules.shown) = (mask, show)
      return rules
    }
  }
}
