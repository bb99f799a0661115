import ComposeFile
import TestSupport
import Testing

/// What `davit compose config` prints.
@Suite struct PrintingTests {
  private func project(_ text: String) throws -> ComposeProject {
    let files = ComposeFiles.inMemory(["/project/compose.yaml": text])
    return try ComposeProject.load(
      ComposeRequest(directory: "/project", environment: ["HOME": "/home/user"]), from: files)
  }

  @Test(arguments: [
    "interpolation", "scalars", "merge", "environment-files", "services", "build-and-resources",
  ])
  func whatIsPrintedIsReadAsTheSameModel(section: String) throws {
    var unread = 0
    for reference in try ReferenceCase.cases(of: section) {
      guard case .success(let first) = reference.load() else { continue }
      // Compose prints a few things that it does not read: hosts that are there twice, sizes below 0.
      guard let second = try? project(first.yamlModel.yaml) else {
        unread += 1
        continue
      }
      let (before, after) = (try ReferenceJSON(first.model.json), try ReferenceJSON(second.model.json))
      let differences = ReferenceJSON.differences(before, after)
      let isWithoutContext = reference.files.values.contains { $0.contains("build: ''") }
      #expect(differences.isEmpty || isWithoutContext, "\(reference.name): \(differences)")
    }
    #expect(unread <= 2)
  }

  @Test func `a number that JSON cannot tell is named by its path, and YAML tells it`() throws {
    let read = try project("services: {a: {image: i}}\nx-a: {b: [1.5, .nan], c: .inf}\n")
    #expect(read.model.numberBeyondJSON == "x-a.b[1]")
    #expect(read.yamlModel.yaml.hasSuffix("x-a:\n  b:\n    - 1.5\n    - .nan\n  c: .inf\n"))
    #expect(try project("services: {a: {image: i}}\nx-a: 1e300\n").model.numberBeyondJSON == nil)
  }

  @Test func `an empty list of one's own is null as JSON and stays a list as YAML`() throws {
    let read = try project("services: {a: {image: i}}\nx-a: {b: []}\n")
    #expect(read.model.json.contains("\"x-a\": {\n    \"b\": null\n  }"))
    #expect(read.yamlModel.yaml.hasSuffix("x-a:\n  b: []\n"))
  }

  @Test func yamlLeavesOutWhatIsEmptyAndKeepsExtensions() throws {
    let yaml = try project("services: {a: {image: i, deploy: {}, x-note: {b: 1}}}\nx-top: [$$]\n").yamlModel
      .yaml
    #expect(
      yaml == """
        name: project
        services:
          a:
            deploy: {}
            image: i
            networks:
              default: null
            x-note:
              b: 1
        networks:
          default:
            name: project_default
        x-top:
          - $$

        """)
  }

  @Test func textsOfSeveralLinesAreBlocks() throws {
    let yaml = try project("services: {a: {image: i, environment: {A: \"b\\n  c\\n\", B: \"d\\ne\"}}}")
      .yamlModel.yaml
    #expect(yaml.contains("      A: |\n        b\n          c\n      B: |-\n        d\n        e\n"))
  }
}
