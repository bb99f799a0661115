import EngineModel

extension DashboardState {
  /// The profiles of a stack that count as active: those that were asked for, else those of services that have
  /// containers, since no label tells.
  func activeProfiles(of key: ProjectKey) -> [String] {
    if let chosen = stacks.memory[key]?.profiles { return chosen }
    guard let facts = facts.projects[key], let profiles = stacks.readings[key]?.project?.profiles else {
      return stacks.readings[key]?.source.profiles ?? []
    }
    var active: [String] = []
    for (service, names) in profiles.sorted(by: { $0.key < $1.key }) {
      guard facts.services[ServiceName(service)] != nil, !names.contains(where: active.contains),
        let first = names.first
      else { continue }
      active.append(first)
    }
    return active.sorted()
  }

  /// The profiles of a stack's files, where nobody has said and no container tells which of them are active; nil where
  /// there is nothing to ask.
  func openProfiles(of key: ProjectKey) -> [String]? {
    guard stacks.memory[key]?.profiles == nil, facts.projects[key]?.services.isEmpty ?? true,
      let profiles = stacks.readings[key]?.project?.profiles, !profiles.isEmpty
    else { return nil }
    return Set(profiles.values.joined()).sorted()
  }

  /// Changes what is remembered of a stack.
  mutating func remember(_ key: ProjectKey, _ change: (inout StackMemory) -> Void) -> [Effect] {
    var memory = stacks.memory[key] ?? StackMemory()
    change(&memory)
    guard memory != stacks.memory[key] else { return [] }
    stacks.memory[key] = memory
    markStale(.stacks)
    return [.remember(key, memory)]
  }
}

extension Confirmation {
  /// The keys of the profiles to choose from, in their order.
  private static let profileKeys = Array("123456789abcdefghijklmopqrstuvwxz")

  /// Which profiles are active, before a stack is brought up for the first time.
  static func profiles(_ names: [String], of target: StackTarget, then rest: [StackTarget]) -> Confirmation {
    let choices = zip(profileKeys, names).map { Choice(key: $0, title: $1) }
    return Confirmation(
      title: "Which profiles of \(target.key.name) are active?",
      targets: ["Nothing tells which ones are. davit remembers what you choose."], choices: choices,
      deed: .stack(.profiles(target.key, names, then: rest)), isGentle: true)
  }

  /// The profiles that were switched on.
  func chosenProfiles(of names: [String]) -> [String] {
    zip(choices, names).filter { $0.0.isOn }.map(\.1)
  }
}
