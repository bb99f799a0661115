import StackPlanning
import Testing

@testable import DashboardRuntime

@Suite struct ComposeSearchTests {
  let programs: FakePrograms

  init() throws { programs = try FakePrograms() }

  /// Only the programs of the test are in the path; the shell is found by its own.
  private func find() async -> ComposeProgram? {
    var search = ComposeSearch(environment: ["PATH": programs.folder, "HOME": programs.folder])
    search.pluginFolders = []
    return await search.find()
  }

  @Test func thePluginComesFirst() async {
    let docker = programs.add("docker", "[ \"$*\" = 'compose version --short' ] && echo v2.26.1-4")
    programs.add("docker-compose", "echo 1.29.2")
    #expect(
      await find() == ComposeProgram(kind: .plugin, version: "2.26.1-4", command: [docker, "compose"]))
  }

  @Test func withoutThePluginTheStandaloneOneIsTaken() async {
    programs.add("docker", "echo \"docker: 'compose' is not a docker command.\" >&2; exit 1")
    let standalone = programs.add("docker-compose", "[ \"$*\" = 'version --short' ] && echo 1.29.2")
    let found = await find()
    #expect(found == ComposeProgram(kind: .standalone, version: "1.29.2", command: [standalone]))
    #expect(found?.major == 1)
  }

  @Test func thePluginIsCalledByItselfWhereDockerIsMissing() async {
    let plugin = programs.add("docker-compose", "echo 2.30.0")
    var search = ComposeSearch(environment: ["PATH": "/nonexistent"])
    search.pluginFolders = [programs.folder]
    #expect(
      await search.find() == ComposeProgram(kind: .standalone, version: "2.30.0", command: [plugin]))
  }

  @Test func podmanComesLast() async {
    let podman = programs.add(
      "podman-compose", "echo 'podman-compose version 1.0.6'; echo 'podman version 4.3.1'")
    #expect(await find() == ComposeProgram(kind: .podman, version: "1.0.6", command: [podman]))
  }

  @Test func aCommandThatDoesNotRunIsNone() async {
    programs.add("docker-compose", "exit 127")
    #expect(await find() == nil)
  }
}
