internal import SecretDetection

extension ComposeRule {
  static let safety: [ComposeRule] = [
    ComposeRule(
      "privileged", .warning, reason: "A privileged container is root on the host.",
      fix: "Grant only what it needs, with cap_add and devices."
    ) { (service: CheckedService) in
      service["privileged"]?.bool == true
        ? [service.finding("\(service.name) is privileged", at: "privileged")] : []
    },
    ComposeRule(
      "engine-socket", .warning, reason: "Access to the engine's socket is root access to the host.",
      fix: "Put a proxy that filters requests between them, or mount it for trusted services only."
    ) { (service: CheckedService) in
      service.mounts("bind").filter { isSocket($0["source"]?.text) || isSocket($0["target"]?.text) }.map {
        service.finding("\(service.name) mounts the engine's socket", at: "volumes", $0.mark)
      }
    },
    ComposeRule(
      "host-network", .advice,
      reason: "The service listens on every address of the host, and ports have no effect.",
      fix: "Publish only the ports it needs."
    ) { (service: CheckedService) in
      service["network_mode"]?.text == "host"
        ? [service.finding("\(service.name) uses the host network", at: "network_mode")] : []
    },
    ComposeRule(
      "secret-in-environment", .advice,
      reason: "Anyone who can inspect the container, or read the file, can see it.",
      fix:
        "Use secrets, with a variable ending in _FILE if the image supports it, or a variable from .env."
    ) { (service: CheckedService) in
      (service["environment"]?.map?.entries ?? []).compactMap { entry in
        guard let value = entry.value.text, !value.hasPrefix("/run/secrets/"),
          SecretRules.standard.holdsSecret(name: entry.key, value: service.written(entry) ?? value)
        else { return nil }
        return service.finding("\(entry.key) is in plain text", at: "environment", entry.value.mark)
      }
    },
    ComposeRule(
      "root-user", .advice, reason: "Unless the image says otherwise, the service runs as root.",
      fix: "Set user to a user ID, such as user: \"1000\"."
    ) { (service: CheckedService) in
      guard service.isRun else { return [] }
      guard let user = service["user"]?.text else {
        return [service.finding("\(service.name) sets no user (may run as root)")]
      }
      let name = user.split(separator: ":").first ?? ""
      return name == "root" || name == "0"
        ? [service.finding("\(service.name) runs as root", at: "user")] : []
    },
  ]

  private static func isSocket(_ path: String?) -> Bool {
    path?.hasSuffix("/docker.sock") == true || path?.hasSuffix("/podman.sock") == true
  }
}
