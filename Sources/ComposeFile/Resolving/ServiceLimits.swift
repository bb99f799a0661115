/// Whether the older keys of a service agree with those of its `deploy`.
struct ServiceLimits {
  let entry: ComposeMap.Entry

  var problems: [MarkedProblem] {
    let service = entry.value
    let deploy = service["deploy"]
    var found = negative("scale", service["scale"]) + negative("deploy.replicas", deploy?["replicas"])
    if let scale = service["scale"]?.integer, let replicas = deploy?["replicas"]?.integer, scale != replicas {
      found.append(differ("scale", "deploy.replicas"))
    }
    if let limits = deploy?["resources"]?["limits"] {
      found += compare("cpus", limits["cpus"], "deploy.resources.limits.cpus")
      found += compare("mem_limit", limits["memory"], "deploy.resources.limits.memory")
      found += compare("pids_limit", limits["pids"], "deploy.resources.limits.pids")
    }
    if let reservations = deploy?["resources"]?["reservations"] {
      found += compare("mem_reservation", reservations["memory"], "deploy.resources.reservations.memory")
    }
    if scale > 1, let name = service["container_name"]?.text {
      found.append(
        MarkedProblem(
          .consistency, "\(scale) containers cannot all be called \(name)",
          advice: "drop container_name or the replicas", path: "services.\(entry.key).container_name",
          mark: service.map?.entry("container_name")?.keyMark))
    }
    return found
  }

  /// How many containers the service has.
  private var scale: Int {
    entry.value["scale"]?.integer ?? entry.value["deploy"]?["replicas"]?.integer ?? 1
  }

  private func negative(_ key: String, _ count: ComposeNode?) -> [MarkedProblem] {
    guard let value = count?.integer, value < 0 else { return [] }
    return [
      MarkedProblem(
        .consistency, "\(value) is less than 0", path: "services.\(entry.key).\(key)", mark: count?.mark)
    ]
  }

  private func compare(_ key: String, _ other: ComposeNode?, _ name: String) -> [MarkedProblem] {
    guard let own = entry.value[key], own != other else { return [] }
    return [differ(key, name)]
  }

  private func differ(_ key: String, _ other: String) -> MarkedProblem {
    MarkedProblem(
      .consistency, "\(key) and \(other) say different things", advice: "keep \(other) only",
      path: "services.\(entry.key).\(key)", mark: entry.value.map?.entry(key)?.keyMark)
  }
}
