import ComposeFile
import EngineModel
import StackPlanning

extension EngineState {
  /// The services of a stack: those that have containers, and those of its files; sorted by name.
  func serviceNames(of key: ProjectKey) -> [ServiceName] {
    let running = facts.projects[key]?.serviceNames ?? []
    guard let project = stacks.readings[key]?.project else { return running }
    var names = running
    let known = Set(running)
    for name in project.serviceNames where !known.contains(ServiceName(name)) {
      names.append(ServiceName(name))
    }
    return names.sorted { $0.rawValue < $1.rawValue }
  }

  /// The service as the stack's files define it; nil where they do not, or could not be read.
  func definition(of service: ServiceName, in key: ProjectKey) -> ComposeService? {
    stacks.readings[key]?.project?.service(service.rawValue)
  }

  /// How many replicas of a service there should be: as asked for with a scale, else as the files say; nil where
  /// neither is known.
  func wantedReplicas(of service: ServiceName, in key: ProjectKey) -> Int? {
    guard let definition = definition(of: service, in: key) else { return nil }
    return stacks.memory(of: key).scale[service.rawValue] ?? definition.replicas
  }

  /// Whether a service has containers, but its stack's files do not have it: neither active nor by a profile.
  func isOrphan(_ service: ServiceName, in key: ProjectKey) -> Bool {
    guard let project = stacks.readings[key]?.project else { return false }
    return project.service(service.rawValue) == nil && !project.inactiveServices.contains(service.rawValue)
  }

  /// Whether a service is a job that others wait for, and that has done its work.
  func isCompleted(_ service: ServiceName, in key: ProjectKey) -> Bool {
    let replicas = (facts.projects[key]?.services[service] ?? []).compactMap { facts.containers[$0] }
    guard !replicas.isEmpty, replicas.allSatisfy({ $0.state == .exited && $0.exitCode == 0 }),
      let project = stacks.readings[key]?.project
    else { return false }
    return project.services.contains { other in
      other.dependencies.contains {
        $0.service == service.rawValue && $0.condition == "service_completed_successfully"
      }
    }
  }

  /// The replicas of a service that count: those that `compose run` made do not.
  func replicas(of service: ServiceName, in key: ProjectKey) -> [ContainerSummary] {
    (facts.projects[key]?.services[service] ?? []).compactMap { facts.containers[$0] }
  }

  /// Why a stack's files say nothing about it; nil while they do, or are still being read.
  func filesTrouble(of key: ProjectKey) -> String? {
    guard source(of: key) != nil else { return "its containers do not name its Compose files" }
    guard let reading = stacks.readings[key] else { return nil }
    if reading.isMissing { return missingFiles(reading) }
    guard reading.project == nil else { return nil }
    let finding = reading.findings.first { $0.severity == .error } ?? reading.findings.first
    let place = finding?.place.map { "\($0.text): " } ?? ""
    return "its files cannot be read: \(place)\(finding?.message ?? "not a Compose project")"
  }

  private func missingFiles(_ reading: StackReading) -> String {
    let name = reading.source.files.first ?? reading.source.directory
    return isLocal ? "its files are gone: \(name)" : "its files are not on this machine: \(name)"
  }
}

/// Whether Compose can be run.
enum ComposeAvailability: Sendable, Equatable {
  /// It is still being looked for.
  case unknown
  case missing
  case found(ComposeProgram)
}

extension EngineState {
  /// Why Compose cannot be run on some services of a stack, or on all of it; nil where its files allow it.
  func composeRefusal(of services: [String], in key: ProjectKey) -> String? {
    if let trouble = filesTrouble(of: key) { return trouble }
    guard let project = stacks.readings[key]?.project else { return "its files are still being read" }
    let known = Set(project.serviceNames)
    guard let stranger = services.first(where: { !known.contains($0) }) else { return nil }
    return project.inactiveServices.contains(stranger)
      ? "no profile of \(stranger) is active" : "no file defines \(stranger)"
  }
}
