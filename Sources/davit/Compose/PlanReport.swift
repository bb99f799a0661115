import StackPlanning

/// A plan in the form of its JSON (docs/compose.md): fields are added, never renamed or removed.
struct PlanReport: Codable {
  struct Service: Codable {
    var name: String
    var action: String
    var reasons: [Reason]
    var wanted: Int
    var containers: [Container]
  }

  struct Reason: Codable {
    var subject: String
    /// Left out where it may be secret.
    var before: String?
    var after: String?
    var text: String
    var isSecret: Bool
    var isCertain: Bool
  }

  struct Container: Codable {
    var id: String
    var name: String
    var service: String
    var number: Int
    var isRunning: Bool
  }

  struct Resource: Codable {
    var kind: String
    var name: String
    var state: String
  }

  var project: String
  var isInSync: Bool
  var services: [Service]
  var orphans: [Container]
  var resources: [Resource]
  var notes: [String]

  init(_ plan: StackPlan, project: String) {
    self.project = project
    isInSync = plan.isInSync
    services = plan.services.map { service in
      Service(
        name: service.name, action: service.action.rawValue, reasons: service.reasons.map(Reason.init),
        wanted: service.wanted, containers: service.containers.map(Container.init))
    }
    orphans = plan.orphans.map(Container.init)
    resources = plan.resources.map { resource in
      Resource(kind: resource.kind.rawValue, name: resource.name, state: resource.state.rawValue)
    }
    notes = plan.notes
  }
}

extension PlanReport.Reason {
  init(_ reason: PlanReason) {
    self.init(
      subject: reason.subject, before: reason.isSecret ? nil : reason.before,
      after: reason.isSecret ? nil : reason.after, text: reason.text, isSecret: reason.isSecret,
      isCertain: reason.isCertain)
  }
}

extension PlanReport.Container {
  init(_ container: PlannedContainer) {
    self.init(
      id: container.id, name: container.name, service: container.service, number: container.number,
      isRunning: container.isRunning)
  }
}
