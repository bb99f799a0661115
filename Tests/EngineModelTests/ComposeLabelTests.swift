import EngineModel
import Testing

@Suite struct ComposeDefinitionLabelTests {
  private func labels(_ pairs: [String: String]) -> ComposeLabels {
    ComposeLabels(Dictionary(uniqueKeysWithValues: pairs.map { ("com.docker.compose." + $0, $1) }))
  }

  @Test func aDependencyHasItsConditionAndWhetherItRestarts() {
    let found = labels(["depends_on": "db:service_healthy:true,cache:service_started:false"]).dependencies
    #expect(
      found == [
        .init(service: "db", condition: "service_healthy", restarts: true), .init(service: "cache"),
      ])
  }

  @Test func anOlderLabelNamesServicesAlone() {
    #expect(
      labels(["depends_on": "db,cache"]).dependencies == [.init(service: "db"), .init(service: "cache")])
  }

  @Test(arguments: ["", ",", "::", ":service_started:true"])
  func whatNamesNoServiceIsNoDependency(text: String) {
    #expect(labels(["depends_on": text]).dependencies == [])
  }

  @Test func hashVersionAndImageAreRead() {
    let found = labels(["config-hash": "6659d0", "version": "2.26.1", "image": "sha256:c6190714798d"])
    #expect(
      found.configHash == "6659d0" && found.version == "2.26.1" && found.imageDigest == "sha256:c6190714798d")
  }

  @Test func anEmptyLabelCountsAsNone() {
    #expect(labels(["config-hash": ""]).configHash == nil)
  }

  @Test(arguments: [
    ("/srv/a,b/compose.yaml", ["/srv/a,b/compose.yaml"]),
    ("/srv/a,b/compose.yaml,/srv/a,b/more,2.yaml", ["/srv/a,b/compose.yaml", "/srv/a,b/more,2.yaml"]),
    ("/srv/a/x.yaml,/etc/y.yaml", ["/srv/a/x.yaml", "/etc/y.yaml"]), ("a.yml,b.yml", ["a.yml", "b.yml"]),
    ("/srv/a/x.yaml,-", ["/srv/a/x.yaml", "-"]), ("-", ["-"]), ("", []),
  ])
  func aCommaInAPathIsNoSeparator(text: String, files: [String]) {
    #expect(labels(["project.config_files": text]).configFiles == files)
    #expect(labels(["project.environment_file": text]).environmentFiles == files)
  }

  @Test func networksAndVolumesHaveTheirNamesOfTheFile() {
    #expect(labels(["network": "back"]).network == "back" && labels(["volume": "data"]).volume == "data")
  }
}
