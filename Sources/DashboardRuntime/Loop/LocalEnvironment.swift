import DiskFiles

/// What surrounds davit on its machine, as far as stacks depend on it.
package struct LocalEnvironment: Sendable {
  /// The variables that davit was started with.
  package var environment: [String: String]
  /// Where davit keeps what it remembers; nil for nowhere.
  package var state: StateFolder?
  /// Whether a Compose command is looked for and run.
  package var usesCompose: Bool

  /// LocalEnvironment from their parts; by default none: nothing is remembered, and no program is run.
  package init(environment: [String: String] = [:], state: StateFolder? = nil, usesCompose: Bool = false) {
    self.environment = environment
    self.state = state
    self.usesCompose = usesCompose
  }
}
