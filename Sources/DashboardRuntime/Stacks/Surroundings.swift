public import DiskFiles

/// What surrounds davit on its machine, as far as stacks depend on it.
public struct Surroundings: Sendable {
  /// The variables that davit was started with.
  public var environment: [String: String]
  /// Where davit keeps what it remembers; nil for nowhere.
  public var state: StateFolder?
  /// Whether a Compose command is looked for and run.
  public var usesCompose: Bool

  /// Surroundings from their parts; by default none: nothing is remembered, and no program is run.
  public init(environment: [String: String] = [:], state: StateFolder? = nil, usesCompose: Bool = false) {
    self.environment = environment
    self.state = state
    self.usesCompose = usesCompose
  }
}
