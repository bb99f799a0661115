import ComposeFile
import EngineModel

/// Works out the plan of one service after the other, in the order in which they start.
struct ServicePlanning {
  let project: ComposeProject
  let running: RunningStack
  let comparison: DefinitionComparison
  /// The services whose containers are made anew.
  private var renewed: Set<String> = []
  /// Those whose containers are made for the first time.
  private var created: Set<String> = []
  /// What could not be told for sure.
  private(set) var notes: [String] = []
  /// The networks, as the files call them, that Compose from 2.31 on makes anew: those that carry its hash.
  private let renewedNetworks: Set<String>

  init(project: ComposeProject, running: RunningStack, comparison: DefinitionComparison) {
    self.project = project
    self.running = running
    self.comparison = comparison
    renewedNetworks = ResourcePlanning(project, running).renewedNetworks
  }

  mutating func plan(_ service: ComposeService) -> ServicePlan {
    let replicas = running.replicas(of: service.name)
    var plan = ServicePlan(
      name: service.name, action: .unchanged, wanted: service.replicas,
      containers: replicas.map(PlannedContainer.init))
    if replicas.isEmpty {
      plan.action = service.replicas > 0 ? .create : .unchanged
    } else {
      plan.reasons = reasons(service, replicas)
      plan.action = action(plan)
      if plan.action == .unchanged, restarts(service, replicas) { plan.action = .restart }
    }
    noteLosses(service, plan, replicas)
    if plan.action == .create { created.insert(service.name) }
    if plan.action == .recreate { renewed.insert(service.name) }
    return plan
  }

  /// The reasons to make containers anew, then those to start some.
  private mutating func reasons(_ service: ComposeService, _ replicas: [ContainerDetails]) -> [PlanReason] {
    var reasons: [PlanReason] = []
    for replica in replicas {
      for reason in self.reasons(service, replica) where !reasons.contains(where: { $0.isAbout(reason) }) {
        reasons.append(reason)
      }
    }
    return reasons
  }

  private mutating func reasons(_ service: ComposeService, _ replica: ContainerDetails) -> [PlanReason] {
    var reasons = comparison.reasons(of: service, in: replica)
    let lost = checksResources(replica) ? comparison.lostResources(of: service, in: replica) : []
    let readsFiles = !project.environmentFiles(of: service.name).isEmpty
    switch HashVerdict(service, replica, running, readsFiles: readsFiles) {
    case .same: reasons = reasons.map { $0.doubted }
    case .different:
      if reasons.isEmpty { reasons = comparison.explanations(of: service, in: replica) }
      reasons = reasons.map { $0.confirmed }
      if reasons.isEmpty { reasons = [PlanReason("compose hash")] }
    case .foreign(let why): reasons = reasons.map { $0.doubted } + [PlanReason(why)]
    case .unclear(let note):
      if reasons.isEmpty { reasons = [PlanReason("compose hash", isCertain: false)] }
      add(note)
    case .unknown:
      if reasons.isEmpty { reasons = comparison.explanations(of: service, in: replica).map { $0.doubted } }
    }
    reasons.removeAll { reason in lost.contains { $0.isAbout(reason) } }
    return newerImage(service, replica) + lost + reasons + sharing(service, version(for: replica))
      + waiting(service, version(for: replica))
  }

  /// A namespace that is gone is not missed by Compose: its hash holds the name.
  private mutating func noteLosses(
    _ service: ComposeService, _ plan: ServicePlan, _ replicas: [ContainerDetails]
  ) {
    guard [.unchanged, .start, .restart, .scaleUp].contains(plan.action) else { return }
    for replica in replicas {
      for lost in comparison.lostContainers(of: service, in: replica) {
        add(
          "\(replica.name) shares the \(lost.key) of the container \(lost.id.short), which no longer "
            + "exists: Compose does not notice — recreate \(service.name)")
      }
    }
  }

  private mutating func add(_ note: String) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// Whether the image's name leads to another image now.
  private func newerImage(_ service: ComposeService, _ replica: ContainerDetails) -> [PlanReason] {
    guard service.image == nil || service.image == replica.image,
      let image = running.image(named: replica.image), image.id != replica.imageID
    else { return [] }
    return [PlanReason("newer image \(replica.image)", before: replica.imageID.short, after: image.id.short)]
  }

  /// Who shares a namespace or volumes of a container that is made anew is made anew as well. Compose 1 leaves it with
  /// what is no longer there.
  private func sharing(_ service: ComposeService, _ version: String) -> [PlanReason] {
    service.sharedServices.filter { renewed.union(created).contains($0.service) }.map { shared in
      PlanReason(
        "\(shared.key) of \(shared.service), which is recreated", isCertain: ComposeMaker.family(version) != 1
      )
    }
  }

  /// The Compose that would act: the one that made the container where no other is known.
  private func version(for replica: ContainerDetails) -> String {
    running.composeVersion ?? replica.compose.version ?? ""
  }

  /// Compose 2 up to 2.32 makes anew whatever waits for what is made anew; later ones only stop and start it, and that
  /// where it asks for it.
  private func waiting(_ service: ComposeService, _ version: String) -> [PlanReason] {
    guard ComposeMaker.family(version) != 1, !ComposeMaker.isAtLeast(version, 2, 32) else { return [] }
    return renewedNeeds(of: service).map { PlanReason("depends_on \($0.service), which is recreated") }
  }

  /// Whether the container's networks and volumes are looked for one by one.
  private func checksResources(_ replica: ContainerDetails) -> Bool {
    ComposeMaker.isAtLeast(version(for: replica), 2, 31)
  }

  private func renewedNeeds(of service: ComposeService) -> [ComposeService.Dependency] {
    let shared = Set(service.sharedServices.map(\.service))
    return service.dependencies.filter { renewed.contains($0.service) && !shared.contains($0.service) }
  }

  /// Whether its containers, which stay, are stopped and started with what they wait for, or for a network of theirs
  /// that is made anew.
  private func restarts(_ service: ComposeService, _ replicas: [ContainerDetails]) -> Bool {
    guard let first = replicas.first, ComposeMaker.isAtLeast(version(for: first), 2, 32) else { return false }
    return renewedNeeds(of: service).contains(where: \.restarts)
      || service.networks.contains(where: renewedNetworks.contains)
  }

  private func action(_ plan: ServicePlan) -> ServicePlan.Action {
    if plan.reasons.contains(where: \.isCertain) { return .recreate }
    if plan.containers.count < plan.wanted { return .scaleUp }
    if plan.containers.count > plan.wanted { return .scaleDown }
    return plan.containers.allSatisfy(\.isRunning) ? .unchanged : .start
  }
}

extension PlanReason {
  /// Whether both say the same of different containers.
  fileprivate func isAbout(_ other: PlanReason) -> Bool {
    subject == other.subject && before == other.before && after == other.after
  }

  fileprivate var doubted: PlanReason {
    var reason = self
    reason.isCertain = false
    return reason
  }

  fileprivate var confirmed: PlanReason {
    var reason = self
    reason.isCertain = true
    return reason
  }
}

extension ComposeService {
  /// The services whose namespaces or volumes it shares, by the key that says so.
  var sharedServices: [(key: String, service: String)] {
    let modes = ["network_mode", "ipc", "pid"].compactMap { key -> (String, String)? in
      guard let mode = node[key]?.text, mode.hasPrefix("service:") else { return nil }
      return (key, String(mode.dropFirst("service:".count)))
    }
    let volumes = (node["volumes_from"]?.list ?? []).compactMap { element -> (String, String)? in
      guard let text = element.text, !text.hasPrefix("container:") else { return nil }
      return ("volumes_from", String(text.prefix { $0 != ":" }))
    }
    return modes + volumes
  }

  /// Whether it shares anything with another service, or volumes with a container: then the hash that Compose keeps is
  /// that of a definition with ids in it. A mode `container:NAME` stays as it is.
  var sharesContainers: Bool { node["volumes_from"] != nil || !sharedServices.isEmpty }

  /// The containers, by name or id, that it shares namespaces with and that no service has, by the key that says so.
  var sharedContainers: [(key: String, name: String)] {
    ["network_mode", "ipc", "pid"].compactMap { key in
      guard let mode = node[key]?.text, mode.hasPrefix("container:") else { return nil }
      return (key, String(mode.dropFirst("container:".count)))
    }
  }

  /// Whether it shares something with a container that it calls by its name or id.
  package var namesContainers: Bool {
    let volumes = (node["volumes_from"]?.list ?? []).contains { $0.text?.hasPrefix("container:") == true }
    return volumes || !sharedContainers.isEmpty
  }
}
