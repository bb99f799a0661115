import ComposeFile
import EngineModel

extension StackPlan {
  /// What `up` would do to what runs of a project.
  ///
  /// Where the running Compose's own hashes are known and can be compared, they decide whether a service is made anew,
  /// and the comparison of the definitions says why; elsewhere the comparison decides.
  package static func make(project: ComposeProject, running: RunningStack) -> StackPlan {
    let comparison = DefinitionComparison(project: project, running: running)
    var planning = ServicePlanning(project: project, running: running, comparison: comparison)
    var plans: [ServicePlan] = []
    for name in project.startOrder {
      guard let service = project.services.first(where: { $0.name == name }) else { continue }
      let plan = planning.plan(service)
      plans.append(plan)
    }
    return StackPlan(
      services: plans, orphans: orphans(project, running),
      resources: ResourcePlanning(project, running).plans,
      notes: planning.notes + StackNotes(project: project, running: running).notes)
  }

  /// Containers of services that no file has; those of services whose profiles are not active are none.
  private static func orphans(_ project: ComposeProject, _ running: RunningStack) -> [PlannedContainer] {
    let known = Set(project.serviceNames + project.inactiveServices)
    return running.containers.filter { container in
      guard let service = container.compose.service, !container.compose.isOneOff else { return false }
      return !known.contains(service.rawValue)
    }
    .map(PlannedContainer.init).sorted { $0.name < $1.name }
  }
}

extension PlannedContainer {
  /// A container of a project.
  init(_ container: ContainerDetails) {
    self.init(
      id: container.id.rawValue, name: container.name, service: container.compose.service?.rawValue ?? "",
      number: container.compose.containerNumber ?? 0,
      // A frozen container is not started, so it counts as one that runs.
      isRunning: [.running, .restarting, .paused].contains(container.run.state))
  }
}
