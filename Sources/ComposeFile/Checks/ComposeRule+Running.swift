extension ComposeRule {
  static let running: [ComposeRule] = [
    ComposeRule(
      "dependency-without-condition", .advice,
      reason: "The service starts once its dependency has started, not once it is healthy.",
      fix: "Write depends_on as a mapping with condition: service_healthy.", check: unconditioned),
    ComposeRule(
      "no-healthcheck", .advice,
      reason: "A hung service goes unnoticed, and no service can wait for its health.",
      fix: "Add a healthcheck, unless the image has one."
    ) { (service: CheckedService) in
      service.isRun && !service.isJob && service["healthcheck"] == nil
        ? [service.finding("\(service.name) has no health check")] : []
    },
    ComposeRule(
      "no-restart-policy", .advice, reason: "The service stays down after a crash or a restart of the host.",
      fix: "Set restart: unless-stopped."
    ) { (service: CheckedService) in
      guard service.isRun, !service.isJob, service["restart"] == nil,
        service["deploy"]?["restart_policy"] == nil
      else {
        return []
      }
      return [service.finding("\(service.name) has no restart policy")]
    },
    ComposeRule(
      "no-limits", .advice, reason: "The service can use all the memory and CPU of the host.",
      fix: "Set deploy.resources.limits with cpus and memory."
    ) { (service: CheckedService) in
      let limits = service["deploy"]?["resources"]?["limits"]
      let missing = [
        limits?["memory"] ?? service["mem_limit"] == nil ? "memory" : nil,
        limits?["cpus"] ?? service["cpus"] == nil ? "processors" : nil,
      ].compactMap(\.self)
      guard service.isRun, !missing.isEmpty else { return [] }
      return [service.finding("\(service.name) has no limit on \(missing.joined(separator: " and "))")]
    },
    ComposeRule(
      "log-rotation", .advice, reason: "The log of a container grows until the disk is full.",
      fix: "Set logging with the options max-size and max-file."
    ) { (service: CheckedService) in
      let driver = service["logging"]?["driver"]?.text ?? "json-file"
      guard service.isRun, driver == "json-file", service["logging"]?["options"]?["max-size"] == nil else {
        return []
      }
      return [service.finding("the log of \(service.name) is not rotated", at: "logging")]
    },
  ]

  @Sendable private static func unconditioned(_ project: CheckedProject) -> [Finding] {
    let checked = Set(project.services.filter { $0["healthcheck"] != nil }.map(\.name))
    return project.services.flatMap { service in
      (service["depends_on"]?.map?.entries ?? []).compactMap { dependency in
        guard checked.contains(dependency.key), dependency.value["condition"]?.text == "service_started"
        else {
          return nil
        }
        return service.finding(
          "\(service.name) does not wait until \(dependency.key) is healthy", at: "depends_on",
          dependency.keyMark)
      }
    }
  }
}
