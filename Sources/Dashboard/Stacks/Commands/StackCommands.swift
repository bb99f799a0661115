import EngineModel
import StackPlanning

/// What stacks are told after a question, and what they ask of others.
enum StackAction: Sendable, Equatable {
  /// The profiles of a stack that are active are those switched on; then these are brought up.
  case chooseProfiles(ProjectKey, [String], then: [StackTarget])
  /// How many replicas of a service there shall be: the text of the reply.
  case askScale(ProjectKey, ServiceName)
  /// Another number of replicas, as it was worked out; `w` writes it to the file too.
  case scale(ScaleOrder)
  /// A file is to be changed by these edits, after a look at them.
  case edit(ProjectKey, file: String, [EditOrder.Step])
}

/// What can be done with the tree of stacks, beside what is done with their containers.
enum StackCommands {
  typealias StackCommand = Command<NoState, StackAction>
  private static let stacks = CommandScope.panes([.stacks])

  static let all: [StackCommand] = [
    Command(
      "stack.fold", "Fold or unfold",
      doc: "Hides or shows the services of a stack, or the containers of a service.",
      in: stacks, hint: "fold",
      unavailable: { $1.panes[.stacks].selection == nil ? "nothing selected" : nil },
      run: { _, state in state.panes[.stacks].selection.map { [.view(fold($0, state))] } ?? [] }),
    Command(
      "stack.up-service", "Bring service up",
      doc:
        "Brings the service up with its dependencies, as its files define it; for a stack, all of it.",
      in: stacks, danger: .changes, hint: "up",
      unavailable: { $1.composeRefusal($1.stackTargets()) },
      run: { StackRunning.bringUp($1.stackTargets(), $1) }),
    Command(
      "stack.up", "Bring stack up", doc: "Brings the whole stack up, as its files define it.",
      in: stacks, danger: .changes,
      unavailable: { $1.composeRefusal($1.stackTargets(whole: true)) },
      run: { StackRunning.bringUp($1.stackTargets(whole: true), $1) }),
    Command(
      "stack.down", "Take stack down",
      doc: "Stops and removes the stack's containers and networks; asks about its volumes and orphans.",
      in: stacks, danger: .destroys, hint: "down",
      unavailable: { _, state in
        let targets = state.stackTargets(whole: true)
        let isDown = targets.allSatisfy { state.engines[$0.key.engine].facts.projects[$0.key] == nil }
        return state.composeRefusal(targets) ?? (isDown ? "it is already down" : nil)
      },
      run: { StackRunning.askDown($1.stackTargets(whole: true), $1) }),
    Command(
      "stack.pull", "Pull images", doc: "Pulls the images of the service or stack.",
      in: stacks, danger: .changes,
      unavailable: { $1.composeRefusal($1.stackTargets()) },
      run: { StackRunning.run(.pull, $1.stackTargets(), $1) }),
    Command(
      "stack.build", "Build images", doc: "Builds the images of the service or stack.",
      in: stacks, danger: .changes,
      unavailable: { _, state in
        let targets = state.stackTargets()
        return state.composeRefusal(targets)
          ?? (StackRunning.isAnyBuilt(targets, state) ? nil : "nothing to build: its images are pulled")
      },
      run: { StackRunning.run(.build, $1.stackTargets(), $1) }),
    Command(
      "stack.recreate", "Recreate",
      doc: "Recreates the containers of the service or stack, even if nothing changed.",
      in: stacks, danger: .destroys,
      unavailable: { $1.composeRefusal($1.stackTargets()) },
      run: { StackRunning.askRecreation($1.stackTargets(), $1) }),
    Command(
      "stack.remove-orphans", "Remove orphans",
      doc: "Stops and removes containers of services that the stack's files do not define.",
      in: stacks, danger: .destroys,
      unavailable: { StackRunning.orphanRefusal($1.stackTargets(whole: true), $1) },
      run: { StackRunning.askOrphans($1.stackTargets(whole: true), $1) }),
    Command(
      "stack.forget", "Forget",
      doc: "Takes a stack that is down out of the list; its files stay where they are.",
      in: stacks,
      unavailable: { StackForgetting.refusal($1) },
      run: { StackForgetting.ask($1) }),
    Command(
      "service.scale", "Scale",
      doc: "Asks for the number of replicas, shows the plan, and scales the service.",
      in: stacks, danger: .changes, hint: "scale",
      unavailable: { ServiceScaling.refusal($1) },
      run: { ServiceScaling.ask($1) }),
  ]

  /// Folds a row with children, or the parent of a row without.
  static func fold(_ row: RowID, _ state: SharedState) -> ViewChange {
    let engine = state.engine(of: row)
    guard row.containerID != nil, let key = row.kind.stack(row, engine) else {
      return .fold(row, in: .stacks)
    }
    let parent = row.kind.service(row, engine).map { RowID.service($0, of: key) } ?? .stack(key)
    return .fold(parent, in: .stacks)
  }

  /// Does what was answered.
  static func update(_ action: StackAction, _ reply: UserReply, _ state: SharedState) -> [Outcome<
    StackAction
  >] {
    switch action {
    case .chooseProfiles(let key, let names, let targets):
      return StackProfiles.choose(names, of: key, reply, then: targets, state)
    case .askScale(let key, let service):
      return ServiceScaling.confirm(service, in: key, to: reply.text, state)
    case .scale(let order): return ServiceScaling.begin(order, writes: reply.switches.contains("w"), state)
    // The parent hears of it before.
    case .edit: return []
    }
  }

  /// Why an answer cannot be taken; nil when it can.
  static func problem(_ action: StackAction, _ reply: UserReply, _ state: SharedState) -> String? {
    guard case .askScale(let key, let service) = action else { return nil }
    return ServiceScaling.problem(reply.text, of: service, in: key, state)
  }
}
