extension StackPlan {
  /// The plan of an `up` that is given numbers of replicas by hand (`--scale`), by service; those that the plan has not
  /// are left out. What `up` is given and what its plan says are the same.
  package func scaled(to counts: [String: Int]) -> StackPlan {
    guard services.contains(where: { counts[$0.name].map { $0 >= 0 } ?? false }) else { return self }
    var plan = self
    plan.services = services.map { service in
      counts[service.name].map { service.scaled(to: $0) } ?? service
    }
    return plan
  }
}

extension ServicePlan {
  fileprivate func scaled(to count: Int) -> ServicePlan {
    guard count != wanted else { return self }
    var plan = self
    plan.written = wanted
    plan.wanted = count
    switch action {
    case .recreate: break
    case _ where containers.isEmpty: plan.action = count > 0 ? .create : .unchanged
    case _ where containers.count < count: plan.action = .scaleUp
    case _ where containers.count > count: plan.action = .scaleDown
    default: plan.action = containers.allSatisfy(\.isRunning) ? .unchanged : .start
    }
    return plan
  }
}

extension ServicePlan.Action {
  /// The sign in front of a service, wherever a plan is shown.
  package var sign: String {
    switch self {
    case .unchanged: "="
    case .create, .scaleUp: "+"
    case .recreate: "~"
    case .start, .restart: ">"
    case .scaleDown: "-"
    }
  }

  /// The verb: `recreate`, `scale`.
  package var word: String {
    switch self {
    case .scaleUp, .scaleDown: "scale"
    case .unchanged, .create, .recreate, .start, .restart: rawValue
    }
  }

  /// Whether containers go, be it for new ones.
  package var removesContainers: Bool { self == .recreate || self == .scaleDown }
}

extension ServicePlan {
  /// `2 → 3`, where the number of replicas alone changes.
  package var countChange: String? {
    action == .scaleUp || action == .scaleDown ? "\(containers.count) → \(wanted)" : nil
  }
}
