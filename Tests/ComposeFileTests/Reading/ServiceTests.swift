import ComposeFile
import Testing

/// What others ask of a resolved project.
@Suite struct ServiceTests {
  private func project(_ text: String) throws -> ComposeProject {
    let files = ComposeFiles.inMemory(["/p/compose.yaml": text])
    return try ComposeProject.load(ComposeRequest(directory: "/p"), from: files)
  }

  @Test func aServiceSaysWhatItIs() throws {
    let service = try #require(
      try project(
        """
        services:
          web:
            image: nginx:1
            deploy: {replicas: 3}
            environment: [A=1, B]
            healthcheck: {test: [CMD, "true"]}
            depends_on: {db: {condition: service_healthy, restart: true}}
          db: {build: ./db, healthcheck: {disable: true}}
        """
      ).services.last)
    #expect(service.name == "web" && service.image == "nginx:1" && service.replicas == 3)
    #expect(service.environment == ["A": "1", "B": nil])
    #expect(service.hasHealthCheck && service.networks == ["default"] && service.buildContext == nil)
    let dependency = try #require(service.dependencies.first)
    #expect(dependency.service == "db" && dependency.condition == "service_healthy")
    #expect(dependency.isRequired && dependency.restarts)
  }

  @Test func servicesStartBehindWhatTheyWaitFor() throws {
    let text = "services: {a: {image: i, depends_on: [b, c]}, b: {image: i, depends_on: [c]}, c: {image: i}}"
    #expect(try project(text).startOrder == ["c", "b", "a"])
  }

  @Test func aServiceKnowsWhereItIsWritten() throws {
    let read = try project("# note\nservices:\n  web:\n    image: i\n")
    #expect(read.sources.place(of: read.services.first?.mark)?.text == "/p/compose.yaml:3:3")
  }
}
