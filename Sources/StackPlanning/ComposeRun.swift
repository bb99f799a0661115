/// One call of Compose: what it is to do with which stack.
package struct ComposeRun: Sendable, Hashable {
  /// What Compose does.
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case up, down, pull, build
  }

  /// What is done otherwise than usual.
  package enum Option: String, Sendable, Hashable, CaseIterable {
    /// `up`: leaves the services alone that the named ones depend on.
    case noDependencies
    /// `up`: makes containers anew even where nothing differs.
    case forceRecreate
    /// `up`: leaves containers as they are even where their definition differs.
    case noRecreate
    /// `up`: builds the images first.
    case build
    /// `up`, `down`: removes containers of services that the files do not have.
    case removeOrphans
    /// `down`: removes the volumes, and all data in them.
    case volumes
  }

  package var source: StackSource
  package var verb: Verb
  /// The services that it is about; empty for all.
  package var services: [String]
  package var options: Set<Option>
  /// `up`: how many replicas of a service, where that is not what the files say.
  package var scale: [String: Int]

  /// A call from its parts.
  package init(
    _ verb: Verb, _ source: StackSource, services: [String] = [], options: Set<Option> = [],
    scale: [String: Int] = [:]
  ) {
    self.verb = verb
    self.source = source
    self.services = services
    self.options = options
    self.scale = scale
  }
}

extension ComposeRun {
  /// The words to start, the first the program: the very files, folder, name, variables and profiles of the stack, so
  /// that Compose makes the same one.
  package func arguments(for program: ComposeProgram) -> [String] {
    program.words(for: source) + [verb.rawValue] + flags(for: program) + services
  }

  private func flags(for program: ComposeProgram) -> [String] {
    switch verb {
    case .up:
      let flags: [(Option, String)] = [
        (.noDependencies, "--no-deps"), (.forceRecreate, "--force-recreate"),
        (.noRecreate, "--no-recreate"), (.build, "--build"),
        (.removeOrphans, "--remove-orphans"),
      ]
      let scales = scale.sorted { $0.key < $1.key }.flatMap { ["--scale", "\($0.key)=\($0.value)"] }
      return ["-d"] + flags.filter { options.contains($0.0) }.map(\.1) + scales
    case .down:
      return (options.contains(.volumes) ? ["--volumes"] : [])
        + (options.contains(.removeOrphans) ? ["--remove-orphans"] : [])
    case .pull, .build: return []
    }
  }
}
