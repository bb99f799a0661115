import StackPlanning
import TerminalUI

extension ServicePlan.Action {
  /// How it is drawn, wherever a plan is shown.
  var role: Role {
    switch self {
    case .unchanged: .muted
    case .create, .scaleUp, .start: .success
    case .recreate, .restart, .scaleDown: .warning
    }
  }
}

extension EngineState {
  /// What bringing a stack up would do, with the numbers of replicas that were asked for by hand: what `up` is given;
  /// nil where it is not known.
  func plan(of key: ProjectKey) -> StackPlan? {
    stacks.readings[key]?.plan?.scaled(to: stacks.memory(of: key).scale)
  }
}
