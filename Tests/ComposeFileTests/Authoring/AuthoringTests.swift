import AuthoringExample
import ComposeFile
import TestSupport
import Testing

/// Files that are written from nothing.
@Suite struct AuthoringTests {
  @Test func aServiceIsPrintedInTheOrderThatPeopleWrite() {
    let draft = ComposeDraft(services: [
      ServiceDraft("web", image: "nginx:1.27") { web in
        web.ports = ["8080:80", "22:22"]
        web.environment = ["B": "yes", "A": "1"]
        web.mounts = [.volume("data", at: "/data"), .path("./x", at: "/x", readOnly: true)]
        web.dependencies = [DependencyDraft("db")]
      }
    ])
    #expect(
      draft.yaml == """
        services:
          web:
            image: nginx:1.27
            environment:
              B: "yes"
              A: "1"
            ports:
              - "8080:80"
              - "22:22"
            volumes:
              - data:/data
              - ./x:/x:ro
            depends_on:
              - db

        volumes:
          data:

        """)
  }

  @Test func theExampleIsWhatThePageShows() throws {
    let page = try Checkout.text(of: "docs/authoring/README.md")
    #expect(page.contains("```yaml\n" + ShopStack.draft().yaml + "```"))
  }

  @Test func theExampleHasNoErrors() {
    let report = ShopStack.checks(of: ShopStack.draft())
    #expect(!report.hasErrors, "\(report.text)")
  }

  @Test func theChecksSayWhyThreeReplicasCannotShareAPort() throws {
    let report = ShopStack.checks(of: ShopStack.draft(apiPort: "8080:3000"))
    let finding = try #require(report.findings.first)
    #expect(finding.rule == "port-and-replicas")
    #expect(finding.message == "3 replicas of api cannot share the one host port 8080")
  }

  @Test func theExampleResolvesToWhatItSays() throws {
    let files = ComposeFiles.inMemory(["/shop/compose.yaml": ShopStack.draft().yaml])
    let project = try ComposeProject.load(ComposeRequest(directory: "/shop"), from: files)
    let api = try #require(project.model["services"]?["api"])
    #expect(api["deploy"]?["replicas"]?.integer == 3)
    #expect(api["deploy"]?["resources"]?["limits"]?["memory"]?.text == "536870912")
    #expect(api["healthcheck"]?["interval"]?.text == "30s")
    #expect(api["depends_on"]?["db"]?["condition"]?.text == "service_healthy")
    #expect(project.model["volumes"]?.map?.keys == ["db-data", "redis-data"])
  }
}
