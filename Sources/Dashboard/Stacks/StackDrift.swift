import EngineModel
import StackPlanning
import TerminalUI

/// How what runs differs from the files: of a service, or summed up of a stack.
struct StackDrift: Sendable, Equatable {
  /// What differs, the most telling first.
  enum Kind: Int, Sendable, Hashable, CaseIterable {
    case changed, newImage, missingNetwork, missingVolume, replicas, notCreated, orphan
  }

  /// How many services, networks or volumes differ in which way.
  private(set) var counts: [Kind: Int] = [:]
  /// Why nothing can be said; nil where it can.
  var unknown: String?

  /// No difference.
  init() {}

  init(unknown reason: String) { unknown = reason }

  mutating func add(_ kind: Kind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  var kinds: [Kind] { Kind.allCases.filter { counts[$0] != nil } }
  var isInSync: Bool { counts.isEmpty && unknown == nil }
  var total: Int { counts.values.reduce(0, +) }

  /// `✓ in sync`, `▲ 2 changed +1`, `? unknown`: a sign, and a word.
  func text(_ glyphs: GlyphSet) -> StyledText {
    guard let first = kinds.first else {
      return unknown == nil
        ? StyledText("\(glyphs.check) in sync", Style(.success)) : StyledText("? unknown", Style(.unknown))
    }
    let count = counts[first] ?? 1
    var word = count > 1 ? "\(count) \(first.word)" : first.word
    if total > count { word += " +\(total - count)" }
    return StyledText("\(first.sign(glyphs)) \(word)", Style(first.role))
  }
}

extension StackDrift.Kind {
  var word: String {
    switch self {
    case .changed: "changed"
    case .newImage: "new image"
    case .missingNetwork: "no network"
    case .missingVolume: "no volume"
    case .replicas: "replicas"
    case .notCreated: "not created"
    case .orphan: "orphan"
    }
  }

  func sign(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .changed: glyphs.caution
    case .newImage: glyphs.up
    case .missingNetwork, .missingVolume: glyphs.cross
    case .replicas: "#"
    case .notCreated: glyphs.dotted
    case .orphan: glyphs.hollow
    }
  }

  var role: Role {
    switch self {
    case .changed, .replicas, .orphan: .warning
    case .newImage: .information
    case .missingNetwork, .missingVolume: .error
    case .notCreated: .created
    }
  }
}

extension EngineState {
  /// How a stack or a service differs from the files; nil while they are being read, and for other rows.
  func drift(of row: RowID) -> StackDrift? {
    guard let key = row.stackKey else { return nil }
    return row.serviceName.map { drift(of: $0, in: key) } ?? drift(of: key)
  }

  private func drift(of key: ProjectKey) -> StackDrift? {
    if let trouble = filesTrouble(of: key) { return StackDrift(unknown: trouble) }
    guard stacks.readings[key] != nil else { return nil }
    guard let plan = plan(of: key) else { return StackDrift(unknown: Self.noPlan) }
    var sum = StackDrift()
    for service in plan.services {
      guard let drift = drift(of: service) else { continue }
      if let first = drift.kinds.first { sum.add(first) }
      if sum.unknown == nil { sum.unknown = drift.unknown }
    }
    for resource in plan.resources where resource.state != .changed {
      sum.add(resource.kind == .network ? .missingNetwork : .missingVolume)
    }
    sum.add(.changed, plan.resources.count { $0.state == .changed })
    sum.add(.orphan, Set(plan.orphans.map(\.service)).count)
    // Of a stack that is down nothing is there: that is one thing to say, not many.
    if facts.projects[key]?.containers.isEmpty ?? true {
      sum = StackDrift()
      sum.add(.notCreated)
    }
    return sum
  }

  private func drift(of name: ServiceName, in key: ProjectKey) -> StackDrift? {
    if let trouble = filesTrouble(of: key) { return StackDrift(unknown: trouble) }
    guard let reading = stacks.readings[key] else { return nil }
    if isOrphan(name, in: key) {
      var drift = StackDrift()
      drift.add(.orphan)
      return drift
    }
    if reading.project?.inactiveServices.contains(name.rawValue) == true {
      return StackDrift(unknown: "none of its profiles is active")
    }
    guard let plan = plan(of: key), let service = plan.services.first(where: { $0.name == name.rawValue })
    else {
      return StackDrift(unknown: Self.noPlan)
    }
    var drift = drift(of: service) ?? StackDrift()
    // What a service without containers lacks beside them is made with them.
    for resource in missingResources(of: name, in: key, plan) where service.action != .create {
      drift.add(resource.kind == .network ? .missingNetwork : .missingVolume)
    }
    return drift
  }

  static let noPlan = "its containers are still loading"

  /// What a service's plan comes to.
  private func drift(of plan: ServicePlan) -> StackDrift? {
    var drift = StackDrift()
    let certain = plan.reasons.filter(\.isCertain)
    switch plan.action {
    case .create: drift.add(.notCreated)
    case .recreate: drift.add(certain.allSatisfy(\.isNewerImage) && !certain.isEmpty ? .newImage : .changed)
    case .unchanged, .start, .restart, .scaleUp, .scaleDown:
      if plan.containers.count != plan.wanted { drift.add(.replicas) }
    }
    if drift.isInSync, plan.reasons.contains(where: { $0.subject == "compose hash" }) {
      drift.unknown = "Compose's config hash differs, which may be harmless"
    }
    return drift
  }

  /// The networks and volumes of a service that are not there.
  private func missingResources(of name: ServiceName, in key: ProjectKey, _ plan: StackPlan) -> [ResourcePlan]
  {
    guard !plan.resources.isEmpty, let project = stacks.readings[key]?.project,
      let service = project.service(name.rawValue)
    else { return [] }
    let networks = service.networks.compactMap { project.model["networks"]?[$0]?["name"]?.text }
    let volumes = (service.node["volumes"]?.list ?? []).compactMap { mount in
      mount["source"]?.text.flatMap { project.model["volumes"]?[$0]?["name"]?.text }
    }
    return plan.resources.filter { resource in
      guard resource.state != .changed else { return false }
      return (resource.kind == .network ? networks : volumes).contains(resource.name)
    }
  }
}

extension PlanReason {
  /// Whether the image's name leads to another image now.
  var isNewerImage: Bool { subject.hasPrefix("newer image") }
}
