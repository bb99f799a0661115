import AuthoringExample
import TerminalHarness
import TestSupport
import Testing

/// The documented example, written from nothing and brought up by Compose on the real engine.
@Suite(.serialized, .onRealEngine) struct ComposeExampleTests {
  @Test(arguments: InstalledCompose.found)
  func theStackComesUpAsItIsWritten(compose: InstalledCompose) throws {
    let engine = try TestEngine()
    try makeImages(on: engine)
    let project = try TestFolder([
      "shop/compose.yaml": ShopStack.draft().yaml, "shop/api/health": "ok\n", "shop/nginx.conf": "",
    ])
    defer { project.remove() }
    let folder = project.file("shop")
    defer { _ = try? compose.run(["down", "-v", "-t", "1"], project: "shop", in: folder, on: engine) }
    let up = try compose.run(["up", "-d"], project: "shop", in: folder, on: engine)
    try #require(up.end == .exit(0), "\(up.output)\(up.errors)")

    let names = (1...3).map { compose.container("shop", "api", $0) }
    for name in names {
      #expect(try engine.inspect(name, ".State.Running") == "true")
      #expect(throws: Never.self) {
        try engine.docker("exec", name, "wget", "-q", "--spider", "http://localhost:3000/health")
      }
    }
    let facts =
      ".Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt"
    #expect(try engine.inspect(names[0], facts) == "1000 true [ALL] [no-new-privileges:true]")
    let limits = ".HostConfig.NanoCpus}} {{.HostConfig.Memory}} {{.HostConfig.MemoryReservation"
    #expect(try engine.inspect(names[0], limits) == "1000000000 536870912 268435456")
    let log = ".HostConfig.LogConfig.Type}} {{index .HostConfig.LogConfig.Config \"max-size\""
    #expect(try engine.inspect(names[0], log) == "json-file 10m")
    let database = compose.container("shop", "db")
    #expect(try engine.inspect(database, ".State.Health.Status") == "healthy")
  }

  /// Stand-ins for the images of the example, made of busybox, since the private engine has no registry.
  private func makeImages(on engine: TestEngine) throws {
    try makeImage("node:20-alpine", command: "httpd -f -p 3000 -h /app", on: engine)
    try makeImage(
      "postgres:15", command: "sleep 100000",
      setUp: "printf '#!/bin/sh\\nexit 0\\n' > /bin/pg_isready; chmod 755 /bin/pg_isready", on: engine)
    try makeImage("redis:7-alpine", command: "sleep 100000", on: engine)
    try makeImage("nginx:alpine", command: "sleep 100000", on: engine)
  }

  private func makeImage(_ name: String, command: String, setUp: String = "true", on engine: TestEngine)
    throws
  {
    let container = "make-" + name.prefix { $0 != ":" }
    _ = try? engine.docker("rm", "-f", container)
    try engine.docker("run", "--name", container, "--network", "none", "busybox:test", "sh", "-c", setUp)
    let words = command.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
    try engine.docker("commit", "--change", "CMD [\(words)]", container, name)
    try engine.docker("rm", container)
  }
}
