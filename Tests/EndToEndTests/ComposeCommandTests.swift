import FoundationEssentials
import TerminalHarness
import Testing

/// `davit compose`: what is printed, what is written, and how the process ends.
@Suite(.serialized) struct ComposeCommandTests {
  /// A folder of its own with a Compose file, gone at the end.
  private final class Project {
    let folder: String
    var file: String { folder + "/compose.yaml" }

    init(_ text: String) throws {
      folder = FileManager.default.temporaryDirectory.path + "/davit-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: file))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func text(of name: String = "compose.yaml") throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self)
    }
  }

  private let text = "# the shop\nservices:\n  web: # front\n    image: 'nginx:1.26'\n"

  @Test func configPrintsTheResolvedModel() throws {
    let project = try Project(text)
    let result = try Davit.captured([
      "compose", "config", "-f", project.file, "-p", "shop", "--format", "json",
    ])
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(
      result.output.contains("\"image\": \"nginx:1.26\"") && result.output.contains("\"name\": \"shop\""))
    let yaml = try Davit.captured(["compose", "config", "-f", project.file, "-p", "shop"])
    #expect(yaml.output.hasPrefix("name: shop\nservices:\n  web:\n    image: nginx:1.26\n"))
  }

  @Test func `config says in one line that JSON has no such number`() throws {
    let project = try Project(text + "x-share: .nan\n")
    let result = try Davit.captured(["compose", "config", "-f", project.file, "--format", "json"])
    #expect(result.end == .exit(1) && result.output.isEmpty)
    #expect(
      result.errors
        == "davit: cannot print x-share as JSON: it has no such number — write a text, or use --format yaml\n"
    )
    let yaml = try Davit.captured(["compose", "config", "-f", project.file])
    #expect(yaml.end == .exit(0) && yaml.output.hasSuffix("x-share: .nan\n"))
  }

  @Test func configSaysInOneLineWhyAProjectCannotBeRead() throws {
    let project = try Project("services:\n  web:\n    imge: nginx\n")
    let result = try Davit.captured(["compose", "config", "-f", project.file])
    #expect(result.end == .exit(1))
    #expect(
      result.errors
        == "davit: \(project.file):3:5: cannot read services.web.imge: there is no such key — did you mean image?\n"
    )
  }

  @Test func unsetVariablesAreWarnedOfAndTheModelIsPrintedAlone() throws {
    let project = try Project("services: {web: {image: 'nginx:$NOPE'}}\n")
    let result = try Davit.captured(["compose", "config", "-q", "-f", project.file])
    #expect(result.end == .exit(0) && result.output.isEmpty)
    #expect(result.errors == "davit: the variable NOPE is not set: nothing stands in its place\n")
  }

  @Test func checkEndsWithOneWhereSomethingCannotWork() throws {
    let good = try Project(text)
    #expect(try Davit.captured(["compose", "check", "-f", good.file]).end == .exit(0))
    let bad = try Project("services: {web: {image: 'a:1', ports: ['80:80'], deploy: {replicas: 2}}}\n")
    let result = try Davit.captured(["compose", "check", "-f", bad.file, "--no-advice"])
    #expect(result.end == .exit(1) && result.output.contains("[port-and-replicas]"))
    #expect(result.output.hasSuffix("1 error\n"))
  }

  @Test func setWritesTheValueAndNothingElse() throws {
    let project = try Project(text)
    let link = project.folder + "/link.yaml"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: project.file)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "compose.yaml")
    let changes = ["services.web.image=nginx:1.27", "services.web.deploy.replicas=3"]
    let result = try Davit.captured(["compose", "set", "-f", link] + changes)
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(
      try project.text()
        == "# the shop\nservices:\n  web: # front\n    image: 'nginx:1.27'\n    deploy:\n      replicas: 3\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: project.file)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "compose.yaml")
    #expect(try FileManager.default.contentsOfDirectory(atPath: project.folder).count == 2)
  }

  @Test func aDryRunPrintsTheDifferenceAndWritesNothing() throws {
    let project = try Project(text)
    let change = "services.web.image=nginx:1.27"
    let result = try Davit.captured(["compose", "set", "--dry-run", "-f", project.file, change])
    #expect(result.end == .exit(0))
    #expect(result.output.hasSuffix("-    image: 'nginx:1.26'\n+    image: 'nginx:1.27'\n"))
    #expect(try project.text() == text)
  }

  @Test func anEditThatCannotBeMadeIsRefusedAndNothingIsWritten() throws {
    let project = try Project(text)
    let changes = ["services.web.image=nginx:1.27", "services.web.image.tag=1"]
    let result = try Davit.captured(["compose", "set", "-f", project.file] + changes)
    #expect(result.end == .exit(1))
    #expect(result.errors == "davit: cannot set services.web.image.tag: tag would stand inside a text\n")
    #expect(try project.text() == text)
  }

  @Test func endlessFilesEndInOneLine() throws {
    let project = try Project("services: {web: {image: i, env_file: /dev/zero}}\n")
    let result = try Davit.captured(["compose", "config", "-f", project.file])
    #expect(result.end == .exit(1) && result.errors.hasSuffix("/dev/zero is a device, pipe or socket\n"))
    #expect(try Davit.captured(["compose", "config", "-f", "/dev/zero"]).end == .exit(1))
  }
}
