import ComposeFile
import EngineModel

/// Which networks and volumes of a project are missing.
struct ResourcePlanning {
  let project: ComposeProject
  let running: RunningStack

  init(_ project: ComposeProject, _ running: RunningStack) {
    self.project = project
    self.running = running
  }

  var plans: [ResourcePlan] { networks + volumes }

  private var networks: [ResourcePlan] {
    let used = Set(project.services.flatMap(\.networks))
    return entries("networks").filter { used.contains($0.key) }.compactMap { entry in
      let found = running.networks.filter { $0.name == entry.name || $0.id.rawValue == entry.name }
      guard let network = found.first else { return missing(.network, entry) }
      let isChanged = !entry.isExternal && differs(network, from: entry.node)
      return isChanged ? ResourcePlan(.network, name: entry.name, state: .changed) : nil
    }
  }

  /// The networks that differ from their definition, by the name that the files have for them, and that carry a hash of
  /// Compose, so that it notices.
  var renewedNetworks: Set<String> {
    Set(
      entries("networks").filter { entry in
        guard !entry.isExternal, let network = running.networks.first(where: { $0.name == entry.name }) else {
          return false
        }
        return network.labels["com.docker.compose.config-hash"] != nil && differs(network, from: entry.node)
      }.map(\.key))
  }

  private var volumes: [ResourcePlan] {
    entries("volumes").compactMap { entry in
      guard let volume = running.volumes.first(where: { $0.name.rawValue == entry.name }) else {
        return missing(.volume, entry)
      }
      let isChanged = !entry.isExternal && differs(volume, from: entry.node)
      return isChanged ? ResourcePlan(.volume, name: entry.name, state: .changed) : nil
    }
  }

  private typealias Entry = (key: String, name: String, isExternal: Bool, node: ComposeNode)

  private func entries(_ section: String) -> [Entry] {
    (project.model[section]?.map?.entries ?? []).map { entry in
      (
        entry.key, entry.value["name"]?.text ?? entry.key, entry.value["external"]?.bool ?? false, entry.value
      )
    }
  }

  private func missing(_ kind: ResourcePlan.Kind, _ entry: Entry) -> ResourcePlan {
    ResourcePlan(kind, name: entry.name, state: entry.isExternal ? .externalMissing : .missing)
  }

  /// A network that says what it is made of otherwise than the engine has it.
  private func differs(_ network: NetworkSummary, from node: ComposeNode) -> Bool {
    if let driver = node["driver"]?.text, driver != "default", driver != network.driver { return true }
    if (node["internal"]?.bool ?? false) != network.isInternal { return true }
    if let flag = node["enable_ipv6"]?.bool, flag != network.enableIPv6 { return true }
    let own = network.labels.filter { !$0.key.hasPrefix("com.docker.compose.") }
    let hasHash = network.labels["com.docker.compose.config-hash"] != nil
    if hasHash, own != node["labels"]?.pairs ?? [:] { return true }
    let subnets = (node["ipam"]?["config"]?.list ?? []).compactMap { $0["subnet"]?.text }
    return !Set(subnets).isSubset(of: network.subnets)
  }

  private func differs(_ volume: VolumeSummary, from node: ComposeNode) -> Bool {
    if let driver = node["driver"]?.text, driver != volume.driver { return true }
    let options = node["driver_opts"]?.pairs ?? [:]
    return options != volume.options
  }
}
