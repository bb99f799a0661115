import EngineModel

extension DashboardState {
  /// The stack asked for on the command line, else that of the folder davit was started in, becomes the selection as
  /// soon as it is known.
  mutating func resolveWantedProject() {
    guard details.waitsForProject else { return }
    let wanted = projectKeys.filter(isWanted)
    // Of folders inside of each other the innermost one is meant.
    let nearest = wanted.max { $0.folder.utf8.count < $1.folder.utf8.count }
    guard let key = setup.project == nil ? nearest : wanted.first else { return }
    details.waitsForProject = false
    panes[.stacks].selection = .project(key)
    markStale(.stacks)
  }

  /// Ends the waiting for the stack of the folder davit was started in: it is found at once or not at all.
  mutating func endWaitingForFolder() {
    if setup.project == nil, setup.projectFiles.isEmpty { details.waitsForProject = false }
  }

  private func isWanted(_ key: ProjectKey) -> Bool {
    if let name = setup.project { return key.name == name }
    let files = source(of: key)?.files ?? []
    if !setup.projectFiles.isEmpty { return !Set(files).isDisjoint(with: setup.projectFiles) }
    guard let folder = setup.workingDirectory, stacks.found[key] != nil else { return false }
    return folder == key.folder || folder.hasPrefix(key.folder + "/")
  }
}
