import EngineModel

extension SharedState {
  /// Who one is at the registries of these names, a line each; a few at the most. Empty while that is not known.
  func loginNotes(for names: [String]) -> [String] {
    guard let logins else { return [] }
    let hosts = names.reduce(into: [String]()) { hosts, name in
      let host = ImageName(name).registry
      if !hosts.contains(host) { hosts.append(host) }
    }
    let notes = hosts.prefix(3).map(logins.sentence(for:))
    return hosts.count > 3 ? notes + ["and \(hosts.count - 3) more registries"] : notes
  }
}
