import StackPlanning
import Testing

@Suite struct ComposeRunTests {
  private let source = StackSource(
    name: "shop", directory: "/srv/shop", files: ["/srv/shop/compose.yaml", "/srv/shop/more.yaml"],
    environmentFiles: ["/srv/shop/prod.env"], profiles: ["debug"])

  private func program(_ kind: ComposeProgram.Kind, _ version: String, _ command: [String]) -> ComposeProgram
  {
    ComposeProgram(kind: kind, version: version, command: command)
  }

  @Test func theVeryStackIsNamed() {
    let words = ComposeRun(.up, source).arguments(
      for: program(.plugin, "2.26.1", ["/bin/docker", "compose"]))
    #expect(
      words == [
        "/bin/docker", "compose", "--project-directory", "/srv/shop", "-f", "/srv/shop/compose.yaml", "-f",
        "/srv/shop/more.yaml", "-p", "shop", "--env-file", "/srv/shop/prod.env", "--profile", "debug",
        "--ansi",
        "never", "up", "-d",
      ])
  }

  @Test func orphansAndVolumesStayUnlessItWasAskedFor() {
    let program = program(.standalone, "1.29.2", ["/bin/docker-compose"])
    #expect(ComposeRun(.down, source).arguments(for: program).last == "down")
    let all = ComposeRun(.down, source, options: [.volumes, .removeOrphans]).arguments(for: program)
    #expect(all.suffix(3) == ["down", "--volumes", "--remove-orphans"])
  }

  @Test func scalingNamesServiceAndNumber() {
    let run = ComposeRun(.up, source, services: ["web"], options: [.noDependencies], scale: ["web": 3])
    let words = run.arguments(for: program(.plugin, "2.26.1", ["/bin/docker", "compose"]))
    #expect(words.suffix(6) == ["up", "-d", "--no-deps", "--scale", "web=3", "web"])
  }

  @Test func eachComposeIsAskedForPlainTextInItsOwnWords() {
    let run = ComposeRun(.pull, source)
    #expect(
      run.arguments(for: program(.standalone, "1.25.0", ["/bin/docker-compose"])).suffix(2) == [
        "--no-ansi", "pull",
      ])
    #expect(
      run.arguments(for: program(.standalone, "1.29.2", ["/bin/docker-compose"])).suffix(3) == [
        "--ansi", "never", "pull",
      ])
    let podman = run.arguments(for: program(.podman, "1.0.6", ["/bin/podman-compose"]))
    #expect(podman.suffix(2) == ["--no-ansi", "pull"])
    #expect(!podman.contains("--project-directory"))
  }

  @Test func hashesAreAskedOfTheSameStack() {
    let words = program(.plugin, "2.26.1", ["/bin/docker", "compose"]).hashArguments(for: source)
    #expect(words?.prefix(4) == ["/bin/docker", "compose", "--project-directory", "/srv/shop"])
    #expect(words?.suffix(3) == ["config", "--hash", "*"])
    #expect(program(.podman, "1.0.6", ["/bin/podman-compose"]).hashArguments(for: source) == nil)
  }
}
