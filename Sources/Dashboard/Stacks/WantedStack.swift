import EngineModel

/// The stack to open on: the one asked for on the command line, else that of the folder davit was started in.
enum WantedStack {
  /// Whether there is one to wait for.
  static func isAwaited(_ setup: DashboardSetup) -> Bool { isNamed(setup) || setup.workingDirectory != nil }

  /// Whether one was asked for on the command line.
  static func isNamed(_ setup: DashboardSetup) -> Bool {
    setup.project != nil || !setup.projectFiles.isEmpty
  }

  /// Its row, as soon as it is known; nil until then.
  static func row(_ state: SharedState) -> RowID? {
    for engine in state.engines.all {
      let wanted = engine.stackList.keys.filter { isWanted($0, engine, state.setup) }
      // Of folders inside of each other the innermost one is meant.
      let nearest = wanted.max { $0.folder.utf8.count < $1.folder.utf8.count }
      if let key = state.setup.project == nil ? nearest : wanted.first { return .stack(key) }
    }
    return nil
  }

  private static func isWanted(_ key: ProjectKey, _ engine: EngineState, _ setup: DashboardSetup) -> Bool {
    if let name = setup.project { return key.name == name }
    let files = engine.source(of: key)?.files ?? []
    if !setup.projectFiles.isEmpty { return !Set(files).isDisjoint(with: setup.projectFiles) }
    guard let folder = setup.workingDirectory, engine.stacks.found[key] != nil else { return false }
    return folder == key.folder || folder.hasPrefix(key.folder + "/")
  }
}
