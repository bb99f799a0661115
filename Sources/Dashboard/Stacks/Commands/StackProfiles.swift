import EngineModel

/// The profiles of stacks, where nothing tells which of them are active.
enum StackProfiles {
  /// The keys of the profiles to choose from, in their order.
  private static let keys = Array("123456789abcdefghijklmopqrstuvwxz")

  /// The profiles of a stack's files, where nobody has said and no container tells which of them are active; nil where
  /// there is nothing to ask.
  static func open(of key: ProjectKey, _ engine: EngineState) -> [String]? {
    guard engine.stacks.memory(of: key).profiles == nil, engine.facts.projects[key]?.services.isEmpty ?? true,
      let profiles = engine.stacks.readings[key]?.project?.profiles, !profiles.isEmpty
    else { return nil }
    return Set(profiles.values.joined()).sorted()
  }

  /// Asks which are active, before a stack is brought up for the first time.
  static func ask(
    _ names: [String], of target: StackTarget, then rest: [StackTarget]
  ) -> Outcome<StackAction> {
    .show(
      .confirmation(
        Confirmation(
          title: "Which profiles of \(target.key.name) to activate?",
          targets: ["Nothing says which are active. davit remembers your choice."],
          choices: zip(keys, names).map { .init(key: $0, title: $1) }, isGentle: true,
          yes: .send(.chooseProfiles(target.key, names, then: rest)))))
  }

  /// Remembers those that were switched on, and goes on.
  static func choose(
    _ names: [String], of key: ProjectKey, _ reply: UserReply, then targets: [StackTarget],
    _ state: SharedState
  ) -> [Outcome<StackAction>] {
    var memory = state.engines[key.engine].stacks.memory(of: key)
    memory.profiles = zip(keys, names).filter { reply.switches.contains($0.0) }.map(\.1)
    // What is brought up depends on the profiles: it is worked out with them.
    var next = state
    next.engines[key.engine].stacks.remember(memory, of: key)
    return [.remember(key, memory)] + StackRunning.bringUp(targets, next)
  }
}
