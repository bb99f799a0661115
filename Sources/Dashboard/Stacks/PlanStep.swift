import EngineModel
import StackPlanning
import TerminalUI

/// What `up` does to a service, with the scale that was asked for by hand in place of the file's.
enum PlanStep: Sendable, Equatable {
  case unchanged, create, recreate, start
  case scaleUp(from: Int, to: Int)
  case scaleDown(from: Int, to: Int)

  init(_ plan: ServicePlan, scale: [String: Int]) {
    let count = plan.containers.count
    let wanted = scale[plan.name] ?? plan.wanted
    switch plan.action {
    case .recreate: self = .recreate
    case _ where count == 0 && wanted > 0: self = .create
    case _ where count < wanted: self = .scaleUp(from: count, to: wanted)
    case _ where count > wanted: self = .scaleDown(from: count, to: wanted)
    case .start: self = .start
    case .unchanged, .create, .scaleUp, .scaleDown:
      self = plan.containers.allSatisfy(\.isRunning) || plan.action == .unchanged ? .unchanged : .start
    }
  }

  var sign: String {
    switch self {
    case .unchanged: "="
    case .create, .scaleUp: "+"
    case .recreate: "~"
    case .start: ">"
    case .scaleDown: "-"
    }
  }

  var word: String {
    switch self {
    case .unchanged: "unchanged"
    case .create: "create"
    case .recreate: "recreate"
    case .start: "start"
    case .scaleUp, .scaleDown: "scale"
    }
  }

  var role: Role {
    switch self {
    case .unchanged: .muted
    case .create, .scaleUp, .start: .success
    case .recreate, .scaleDown: .warning
    }
  }

  /// `2 → 3`, where the number of replicas changes.
  var count: String? {
    switch self {
    case .scaleUp(let from, let to), .scaleDown(let from, let to): "\(from) → \(to)"
    case .unchanged, .create, .recreate, .start: nil
    }
  }

  /// Whether containers go, be it for new ones.
  var removesContainers: Bool {
    switch self {
    case .recreate, .scaleDown: true
    case .unchanged, .create, .start, .scaleUp: false
    }
  }
}

/// A plan in one sentence.
struct PlanSummary {
  let plan: StackPlan
  let steps: [(plan: ServicePlan, step: PlanStep)]

  init(_ plan: StackPlan, scale: [String: Int], only names: Set<String>? = nil) {
    self.plan = plan
    steps = plan.services.filter { names?.contains($0.name) ?? true }.map { ($0, PlanStep($0, scale: scale)) }
  }

  /// Whether `up` changes no service and makes nothing.
  var changesNothing: Bool {
    steps.allSatisfy { $0.step == .unchanged } && plan.resources.allSatisfy { $0.state == .changed }
  }

  /// Whether containers are removed, be it for new ones.
  var removesContainers: Bool { steps.contains { $0.step.removesContainers } }

  /// ``In sync: `up` would change nothing.`` or what it would do.
  var sentence: String {
    var parts: [String] = []
    func add(_ verb: String, _ isMeant: (PlanStep) -> Bool) {
      let count = steps.count { isMeant($0.step) }
      if count > 0 { parts.append("\(verb) \(Confirmation.counted(count, "service"))") }
    }
    add("recreate") { $0 == .recreate }
    add("create") { $0 == .create }
    add("scale") { if case .scaleUp = $0 { true } else if case .scaleDown = $0 { true } else { false } }
    add("start") { $0 == .start }
    let missing = plan.resources.filter { $0.state == .missing }
    for kind in [ResourcePlan.Kind.network, .volume] {
      let count = missing.count { $0.kind == kind }
      if count > 0 { parts.append("create \(Confirmation.counted(count, kind.rawValue))") }
    }
    let orphans = plan.orphans.count
    let left = orphans == 0 ? "" : " \(Confirmation.counted(orphans, "orphan")) would stay."
    guard !parts.isEmpty else { return "In sync: `up` would change nothing.\(left)" }
    return "`up` would \(parts.joined(separator: ", ")).\(left)"
  }
}
