import Preferences

/// What there is: every pane, every command, every key. The one place that names all features.
struct Features: Sendable, Equatable {
  let panes: PaneRegistry
  /// All commands, in the order of the help.
  let commands: [RootCommand]
  private(set) var keymap: Keymap
  private let byID: [String: RootCommand]

  init(panes: [any PaneFeature.Type], commands: [RootCommand], keys: [(String, [String])]) {
    self.panes = PaneRegistry(panes)
    let all = commands + self.panes.panes.map(ScreenCommands.goTo) + ScreenCommands.all + InnerCommands.all
    self.commands = all
    byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    keymap = Keymap(keys + self.panes.panes.map { (ScreenCommands.goTo($0).id, [String($0.digit)]) })
  }

  /// The same with commands of the user's own: they come before those that work anywhere, as a feature's do.
  func adding(_ custom: [RootCommand]) -> Features {
    Features(panes: panes, commands: custom + commands, keymap: keymap)
  }

  private init(panes: PaneRegistry, commands: [RootCommand], keymap: Keymap) {
    self.panes = panes
    self.commands = commands
    self.keymap = keymap
    byID = Dictionary(commands.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// davit's own with the keys and the commands of the user, and what of these cannot be used, a line each.
  func with(_ settings: Settings) -> (features: Features, keymap: Keymap, problems: [String]) {
    let standard = keymap.overridden(by: settings, self, isFinal: false)
    let custom = CustomCommands(settings, beside: self, standard.keymap)
    let features = adding(custom.commands)
    var known = features
    known.keymap = keymap.adding(custom.keys)
    let all = known.keymap.overridden(by: settings, features)
    return (features, all.keymap, all.problems + custom.problems)
  }

  /// The command with this id; nil where there is none.
  func command(_ id: String) -> RootCommand? { byID[id] }

  /// Those that work somewhere, and are no key of what takes all keys.
  var outerCommands: [RootCommand] { commands.filter { !$0.scope.isInner } }

  /// The same panes have the same features.
  static func == (left: Features, right: Features) -> Bool { left.panes == right.panes }

  /// The panes of davit.
  static let standardPanes: [any PaneFeature.Type] = [
    StacksPane.self, ContainersPane.self, ImagesPane.self, VolumesPane.self, NetworksPane.self, DiskPane.self,
    EventsPane.self, LogSearchPane.self,
  ]

  /// The commands of its features.
  static let standardCommands: [RootCommand] =
    ContainerCommands.all(in: [.containers, .stacks]).map {
      $0.lifted({ _ in NoState() }, RootAction.containers)
    }
    + StackCommands.all.map { $0.lifted({ _ in NoState() }, RootAction.stacks) }
    + PaneEditingCommands.all.map { $0.lifted(\.editing, RootAction.editor) }
    + ImageCommands.all.map { $0.lifted({ _ in NoState() }, RootAction.images) }
    + [DiskCommands.all, EventCommands.all, ListCommands.all].joined().map(\.lifted)
    + VolumeCommands.all.map { $0.lifted({ _ in NoState() }, RootAction.volumes) }
    + NetworkCommands.all.map { $0.lifted({ _ in NoState() }, RootAction.networks) }
    + DetailCommands.all
    + LogCommands.all.map { $0.lifted(\.logs, RootAction.logs) }
    + LogSearchCommands.all.map { $0.lifted({ _ in NoState() }, RootAction.search) }
    + FilesCommands.all.map { $0.lifted(\.files, RootAction.files) }
    + ContentsCommands.all.map { $0.lifted(\.contents, RootAction.contents) }
    + (EditorCommands.all + ReviewCommands.all).map { $0.lifted(\.editing, RootAction.editor) }

  /// davit as it comes.
  static let standard = Features(panes: standardPanes, commands: standardCommands, keys: StandardKeys.all)
}

/// A command as the whole dashboard runs it.
typealias RootCommand = Command<DashboardState, RootAction>

/// What can come back to a feature, by the feature.
enum RootAction: Sendable, Equatable {
  case containers(ContainerAction)
  case stacks(StackAction)
  case images(ImageAction)
  case volumes(VolumeAction)
  case networks(NetworkAction)
  case logs(LogAction)
  case search(LogSearchAction)
  case files(FilesAction)
  case contents(ContentsAction)
  case editor(EditorAction)
  case screen(ScreenAction)

  /// What comes back to a feature that is told nothing: there is no such value.
  init(_ none: NoAction) {
    switch none {}
  }
}

extension Command where Own == NoState, Action == NoAction {
  /// A command of a feature that has no state and is told nothing.
  var lifted: RootCommand {
    lifted({ _ in NoState() }, RootAction.init)
  }
}

extension RootCommand {
  /// Why the command is refused now; nil when it may run.
  func refusal(_ state: DashboardState) -> String? { refusal(state, state.shared) }

  /// Its word in the footer now; nil keeps it out.
  func hint(_ state: DashboardState) -> String? { hint(state, state.shared) }
}
