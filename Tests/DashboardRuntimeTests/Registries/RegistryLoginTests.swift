import TestSupport
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Who one is at registries is found out without any secret.
@Suite struct RegistryLoginTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func sentences(_ config: String, helper: String? = nil, _ hosts: String...) async -> [String] {
    folder.put(config, in: "config.json")
    if let helper { folder.put("#!/bin/sh\n" + helper, in: "docker-credential-test", mode: 0o755) }
    let environment = ["DOCKER_CONFIG": folder.path, "PATH": "\(folder.path):/usr/bin:/bin"]
    let logins = await RegistryCredentials(environment: environment).logins()
    return hosts.map(logins.sentence(for:))
  }

  // me:se:cret
  private let auths = """
    {"auths":{"https://index.docker.io/v1/":{"auth":"bWU6c2U6Y3JldA=="},"reg:5000":{"identitytoken":"tok"},
    "https://old.example/v1/":{"username":"you","password":"p"},"empty.example":{}}}
    """

  @Test func theFileNamesUsers() async {
    defer { folder.remove() }
    #expect(
      await sentences(auths, "docker.io", "reg:5000", "old.example", "empty.example", "other.example") == [
        "docker.io: as me, from config.json", "reg:5000: with a token, from config.json",
        "old.example: as you, from config.json", "empty.example: not logged in",
        "other.example: not logged in",
      ])
  }

  @Test func aKeeperIsAskedForNamesOnly() async {
    defer { folder.remove() }
    let helper =
      #"[ "$1" = list ] || exit 9; echo '{"https://index.docker.io/v1/":"me","reg:5000":"<token>"}'"#
    #expect(
      await sentences(#"{"credsStore":"test"}"#, helper: helper, "docker.io", "reg:5000", "other.example")
        == [
          "docker.io: as me, from docker-credential-test",
          "reg:5000: with a token, from docker-credential-test", "other.example: not logged in",
        ])
    #expect(
      await sentences(#"{"credHelpers":{"reg:5000":"test","x:1":"test"}}"#, helper: helper, "reg:5000", "x:1")
        == ["reg:5000: with a token, from docker-credential-test", "x:1: not logged in"])
  }

  @Test func aKeeperThatCannotSayIsSaid() async {
    defer { folder.remove() }
    #expect(
      await sentences(#"{"credsStore":"missing"}"#, "docker.io") == [
        "docker.io: docker-credential-missing, which config.json names, is not in PATH"
      ])
    #expect(
      await sentences(#"{"credsStore":"test"}"#, helper: "exit 1", "docker.io") == [
        "docker.io: docker-credential-test does not say whom it knows"
      ])
  }

  @Test func withoutAFileOneIsNobody() async {
    defer { folder.remove() }
    let logins = await RegistryCredentials(environment: ["DOCKER_CONFIG": folder.path]).logins()
    #expect(logins.sentence(for: "docker.io") == "docker.io: not logged in")
  }
}
