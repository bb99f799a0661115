import ComposeFile
import EngineClient
import EngineModel
import EngineTransport
import SimulatedEngine
import StackPlanning
import TestSupport
import Testing

/// The demo's stacks have files that belong to them.
@Suite struct DemoFileTests {
  private func project(_ path: String, _ text: String) throws -> ComposeProject {
    let file = "/srv/\(path)"
    let folder = String(file.prefix { _ in true }.dropLast("/compose.yaml".count))
    let request = ComposeRequest(files: [file], directory: folder)
    return try ComposeProject.load(request, from: .inMemory([file: text]))
  }

  @Test(arguments: Population.demoFiles.map(\.path))
  func aFileCanBeRead(path: String) throws {
    let text = try #require(Population.demoFiles.first { $0.path == path }).text
    let request = ComposeRequest(files: ["/srv/\(path)"], directory: "/srv")
    let report = ComposeReport.check(request, from: .inMemory(["/srv/\(path)": text]))
    #expect(!report.hasErrors, "\(report.findings)")
  }

  @Test func whatRunsIsWhatTheFilesSayButForOneImage() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let socket = folder.file("engine.sock")
    let engine = try await SimulatedEngine.start(socketPath: socket, population: .demo())
    let client = EngineClient(address: .unix(path: socket))
    var changed: [String] = []
    for file in Population.demoFiles {
      let project = try project(file.path, file.text)
      let plan = StackPlan.make(project: project, running: try await running(project.name, client))
      for service in plan.services where service.action != .unchanged {
        changed.append("\(service.name): \(service.action.rawValue) \(service.reasons.map(\.text))")
      }
      #expect(plan.orphans.isEmpty && plan.resources.isEmpty)
    }
    await engine.stop()
    #expect(
      changed == [
        "grafana: recreate [\"image grafana/grafana:11.4.0 → grafana/grafana:11.5.1\"]"
      ])
  }

  private func running(_ project: String, _ client: EngineClient) async throws -> RunningStack {
    var stack = RunningStack()
    for container in try await client.containers() where container.project?.rawValue == project {
      stack.containers.append(try await client.container(container.id))
    }
    for image in try await client.images() {
      let document = try await client.document(.image(image.id.rawValue))
      if let facts = ImageFacts(document) { stack.images.append(facts) }
    }
    stack.networks = try await client.networks()
    stack.volumes = try await client.volumes()
    return stack
  }
}
