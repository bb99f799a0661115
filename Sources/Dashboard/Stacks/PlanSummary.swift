import StackPlanning
import TerminalUI

/// A plan in one sentence.
struct PlanSummary {
  let plan: StackPlan
  /// The services that it is about.
  let services: [ServicePlan]

  init(_ plan: StackPlan, only names: Set<String>? = nil) {
    self.plan = plan
    services = plan.services.filter { names?.contains($0.name) ?? true }
  }

  /// Whether `up` changes no service and makes nothing.
  var changesNothing: Bool {
    services.allSatisfy { $0.action == .unchanged } && plan.resources.allSatisfy { $0.state == .changed }
  }

  /// Whether containers are removed, be it for new ones.
  var removesContainers: Bool { services.contains { $0.action.removesContainers } }

  /// ``In sync: `up` would change nothing.`` or what it would do.
  var sentence: String {
    var parts: [String] = []
    func add(_ verb: String, _ actions: Set<ServicePlan.Action>) {
      let count = services.count { actions.contains($0.action) }
      if count > 0 { parts.append("\(verb) \(Counted.text(count, "service"))") }
    }
    add("recreate", [.recreate])
    add("create", [.create])
    add("scale", [.scaleUp, .scaleDown])
    add("start", [.start])
    add("restart", [.restart])
    let missing = plan.resources.filter { $0.state == .missing }
    for kind in [ResourcePlan.Kind.network, .volume] {
      let count = missing.count { $0.kind == kind }
      if count > 0 { parts.append("create \(Counted.text(count, kind.rawValue))") }
    }
    let orphans = plan.orphans.count
    let left = orphans == 0 ? "" : " \(Counted.text(orphans, "orphan")) would stay."
    guard !parts.isEmpty else { return "In sync: `up` would change nothing.\(left)" }
    return "`up` would \(parts.joined(separator: ", ")).\(left)"
  }
}
