extension SimulatedContainer {
  /// The containers of the demo host that belong to no project: one of each fate.
  static let loners: [SimulatedContainer] = [
    loner("backup-nightly", "restic/restic:0.17.3", .exited(code: 0), uptime: .seconds(9 * 3600)) {
      $0.command = ["restic", "backup", "/data"]
      $0.mounts = [.init("backup-cache", at: "/root/.cache"), .init("/srv", at: "/data", isReadOnly: true)]
      $0.log = LogPattern(.progress, every: .seconds(6))
    },
    loner("migrate-4711", "registry.example.com/shop/api:2.13.2", .exited(code: 1), uptime: .seconds(5400)) {
      $0.command = ["node", "migrate.js"]
      $0.log = LogPattern(.coloured, every: .seconds(3))
    },
    loner("legacy-sync", "busybox:1.36", .restarting(code: 3), uptime: .seconds(5)) {
      $0.command = ["sh", "-c", "echo boom; exit 3"]
      $0.restartPolicy = "always"
      $0.temper = .crashes(every: .seconds(1), code: 3, pause: .seconds(25))
      $0.log = LogPattern(.counted, every: .milliseconds(300))
    },
    loner("toolbox", "debian:13-slim", .running, uptime: .seconds(86_000)) {
      $0.command = ["bash"]
      $0.isTTY = true
      $0.log = LogPattern(.progress, every: .seconds(2))
    },
    loner("report-generator", "python:3.13-slim", .paused, uptime: .seconds(20_000)) {
      $0.command = ["python", "report.py"]
      $0.usage = UsagePattern(.bursty, cpu: 0.1, peak: 0.8, memory: 310e6, processes: 3)
      $0.log = LogPattern(.worldwide, every: .seconds(1))
    },
    loner("import-2025", "python:3.13-slim", .exited(code: 137), uptime: .seconds(86_400 * 2)) {
      $0.command = ["python", "import.py", "--all"]
      $0.memoryLimit = 256 << 20
      $0.log = LogPattern(.json, every: .seconds(1))
    },
    loner("next-release", "registry.example.com/shop/api:2.15.0-rc1", .created, uptime: .zero) {
      $0.command = ["node", "server.js"]
      $0.ports = [.init(3000, published: 3300)]
    },
    loner("proxy", "traefik:v3.2", .running, uptime: .seconds(86_400 * 12)) {
      $0.command = ["traefik", "--providers.docker"]
      $0.networks = ["host"]
      $0.restartPolicy = "always"
      $0.mounts = [.init("/var/run/docker.sock", at: "/var/run/docker.sock", isReadOnly: true)]
      $0.usage = UsagePattern(.steady, cpu: 0.01, peak: 0.06, memory: 60e6, processes: 12)
      $0.log = LogPattern(.access, every: .seconds(1))
    },
  ]

  private static func loner(
    _ name: String, _ image: String, _ state: State, uptime: Duration,
    _ more: (inout SimulatedContainer) -> Void
  ) -> SimulatedContainer {
    var container = SimulatedContainer(name: name, image: image, state: state)
    container.uptime = uptime
    container.age = uptime + .seconds(900)
    more(&container)
    return container
  }
}
