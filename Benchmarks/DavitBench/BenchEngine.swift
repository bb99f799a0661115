import ArgumentParser
import FoundationEssentials
import Glibc
import TerminalHarness

/// The private engine, and the containers that measurements want on it.
struct BenchEngine {
  /// The path of its socket.
  let socket: String
  /// The folder that its processes have in their command lines.
  let folder: String

  init() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let address = environment["DAVIT_TEST_ENGINE"], let folder = environment["DAVIT_TEST_ENGINE_FOLDER"]
    else {
      throw ValidationError("there is no private engine: start this with scripts/private-engine run")
    }
    socket = String(address.dropFirst("unix://".count))
    self.folder = folder
  }

  /// Runs a shell command with the engine as docker's; a failure ends the measurement.
  @discardableResult
  func shell(_ command: String, within limit: Duration = .seconds(600)) throws -> String {
    var environment = TerminalProgram.standardEnvironment
    environment["DOCKER_HOST"] = "unix://" + socket
    let result = try CapturedProgram.run("/bin/sh", ["-c", command], environment: environment, within: limit)
    guard result.end == .exit(0) else {
      throw ValidationError(
        "cannot prepare: '\(command)' ended with \(String(describing: result.end)): \(result.errors)")
    }
    return result.output
  }

  /// Removes all containers.
  func removeAll() { _ = try? shell("docker ps -aq | xargs -r -n 50 docker rm -f >/dev/null") }

  /// Sees to it that containers load-1 to load-N run, and no others.
  func runOnly(_ count: Int) throws {
    let names = try shell("docker ps -a --format '{{.Names}}'").split(separator: "\n")
    if names.contains(where: { !$0.hasPrefix("load-") }) || names.count > count { removeAll() }
    try shell(
      """
      seq \(count) | xargs -P 4 -I{} sh -c 'docker inspect load-{} >/dev/null 2>&1 \
      || docker run -d --name load-{} --network none busybox:test sleep 1000000 >/dev/null'
      """)
  }

  /// Seventeen containers, nine with a health check every two seconds, one that logs ten lines a second and is
  /// the last by name.
  func runChecked() throws {
    removeAll()
    try shell(
      """
      for i in 1 2 3 4 5 6 7 8 9; do docker run -d --name checked-$i --network none --health-cmd true \
      --health-interval 2s busybox:test sleep 1000000 >/dev/null; done
      for i in 1 2 3 4 5 6 7; do docker run -d --name plain-$i --network none busybox:test sleep 1000000 \
      >/dev/null; done
      docker run -d --name talker --network none busybox:test sh -c \
      'i=0; while :; do i=$((i+1)); echo line $i; sleep 0.1; done' >/dev/null
      """)
  }

  /// The processor time of dockerd, containerd and all shims, in seconds.
  var processorSeconds: Double {
    ProcessUsage.processes(mentioning: folder).map(ProcessUsage.processorSeconds).reduce(0, +)
  }
}
