import DashboardRuntime

/// Which Compose commands there are. davit watches stacks without any; bringing one up from its files needs one.
enum ComposeChecks {
  static func findings() async -> [Finding] {
    guard let program = await ComposeSearch(environment: Environment.all).find() else {
      return [
        Finding(
          verdict: .note, subject: "Compose",
          text:
            "no docker compose, docker-compose or podman-compose found: stacks can still be shown, started, "
            + "stopped and scaled; up, down, pull and build need one — install docker's Compose plugin")
      ]
    }
    let command = program.command.joined(separator: " ")
    return [
      Finding(verdict: .ok, subject: "Compose", text: "\(program.name) \(program.version) (\(command))")
    ]
  }
}
