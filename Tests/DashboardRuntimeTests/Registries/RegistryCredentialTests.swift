import EngineClient
import TestSupport
import Testing

@testable import DashboardRuntime

/// The credentials that the docker command keeps are found as it finds them.
@Suite struct RegistryCredentialTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Asks with a `config.json` and a keeper, a shell script.
  private func find(_ reference: String, _ config: String, helper: String? = nil) async -> String {
    folder.put(config, in: "config.json")
    if let helper { folder.put("#!/bin/sh\n" + helper, in: "docker-credential-test", mode: 0o755) }
    let environment = ["DOCKER_CONFIG": folder.path, "PATH": "\(folder.path):/usr/bin:/bin"]
    switch await RegistryCredentials(environment: environment).find(for: reference) {
    case .none: return "none"
    case .unusable(let why): return why
    case .credentials(let auth, let source):
      let request = EngineRequest.pullImage(reference, auth: auth)
      return "\(source.split(separator: "/").last ?? "") \(request.registryAuth == auth)"
        + Self.known(auth, reference)
    }
  }

  /// Which of the credentials of these tests it is.
  private static func known(_ auth: RegistryAuth, _ reference: String) -> String {
    for server in ["reg:5000", "https://index.docker.io/v1/"] {
      if auth == RegistryAuth(user: "me", password: "se:cret", server: server) { return " user" }
      if auth == RegistryAuth(identityToken: "tok", server: server) { return " token" }
    }
    return " other"
  }

  // me:se:cret
  private let auths = #"{"auths":{"https://reg:5000/v1/":{"auth":"bWU6c2U6Y3JldA=="}}}"#

  @Test func aFileHasThem() async {
    defer { folder.remove() }
    #expect(await find("reg:5000/app", auths) == "config.json true user")
    #expect(await find("other:5000/app", auths) == "none")
    #expect(await find("app", auths) == "none")
  }

  @Test func dockerHubHasANameOfItsOwn() async {
    defer { folder.remove() }
    let config = #"{"auths":{"https://index.docker.io/v1/":{"identitytoken":"tok"}}}"#
    #expect(await find("library/app", config) == "config.json true token")
    #expect(await find("docker.io/library/app", config) == "config.json true token")
  }

  @Test func aKeeperIsAsked() async {
    defer { folder.remove() }
    let helper =
      #"read server; [ "$1 $server" = "get reg:5000" ] || exit 9"# + "\n"
      + #"echo '{"ServerURL":"reg:5000","Username":"me","Secret":"se:cret"}'"#
    #expect(
      await find("reg:5000/app", #"{"credsStore":"test"}"#, helper: helper)
        == "docker-credential-test true user")
    let one = #"{"credHelpers":{"reg:5000":"test"},"credsStore":"missing"}"#
    #expect(await find("reg:5000/app", one, helper: helper) == "docker-credential-test true user")
  }

  @Test func aKeepersTokenIsAnIdentity() async {
    defer { folder.remove() }
    let helper = #"echo '{"Username":"<token>","Secret":"tok"}'"#
    #expect(
      await find("reg:5000/app", #"{"credsStore":"test"}"#, helper: helper)
        == "docker-credential-test true token")
  }

  @Test func whatCannotBeHadIsSaidWithoutSecrets() async {
    defer { folder.remove() }
    let config = #"{"credsStore":"test"}"#
    let unknown = "echo credentials not found in native keychain; exit 1"
    #expect(await find("reg:5000/app", config, helper: unknown) == "none")
    let broken = await find("reg:5000/app", config, helper: "echo hunter2; exit 3")
    #expect(broken == "docker-credential-test failed")
    folder.put("#!/no/such/interpreter\n", in: "docker-credential-odd", mode: 0o755)
    #expect(await find("reg:5000/app", #"{"credsStore":"odd"}"#) == "docker-credential-odd failed")
    let missing = await find("reg:5000/app", #"{"credsStore":"nowhere"}"#)
    #expect(missing == "docker-credential-nowhere, which config.json names, is not in PATH")
    #expect(await find("reg:5000/app", #"{"credsStore":"../test"}"#).contains("not in PATH"))
    #expect(await find("reg:5000/app", "nonsense") == "none")
  }
}
