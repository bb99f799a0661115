import FoundationEssentials
import TerminalHarness
import TestSupport
import Testing

/// `davit compose`: what is printed, what is written, and how the process ends.
@Suite(.serialized) struct ComposeCommandTests {
  /// A folder of its own with a Compose file, gone at the end.
  private struct Project {
    private let own: TestFolder
    var folder: String { own.path }
    var file: String { own.file("compose.yaml") }

    init(_ text: String) throws { own = try TestFolder(["compose.yaml": text]) }

    func put(_ text: String, in name: String) throws { own.put(text, in: name) }

    func text(of name: String = "compose.yaml") throws -> String { try #require(own.text(name)) }
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
        == "davit: cannot print x-share as JSON: JSON has no such number — quote it, or use --format yaml\n"
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

  @Test func `a path that begins with a service says where services are`() throws {
    let project = try Project(text)
    let result = try Davit.captured(["compose", "set", "-f", project.file, "web.image=nginx:1.27"])
    #expect(result.end == .exit(1))
    #expect(
      result.errors.contains("cannot write web: there is no such key — did you mean services.web.image?"),
      "\(result.errors)")
    #expect(try project.text() == text)
  }

  @Test func unsetVariablesAreWarnedOfAndTheModelIsPrintedAlone() throws {
    let project = try Project("services: {web: {image: 'nginx:$NOPE'}}\n")
    let result = try Davit.captured(["compose", "config", "-q", "-f", project.file])
    #expect(result.end == .exit(0) && result.output.isEmpty)
    #expect(result.errors == "davit: the variable NOPE is not set: defaulting to a blank string\n")
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

  @Test func `what Compose would reject is said with its place and not written, unless that is forced`()
    throws
  {
    let project = try Project(text)
    let change = ["compose", "set", "-f", project.file, "services.web.imge=nginx:1.27"]
    let refused = try Davit.captured(change)
    #expect(refused.end == .exit(1) && refused.output.isEmpty)
    #expect(
      refused.errors
        == "davit: \(project.file):5:5: cannot write services.web.imge: there is no such key — did you mean image?, "
        + "or write it anyway with --force\n")
    #expect(try project.text() == text)
    let shown = try Davit.captured(change + ["--dry-run"])
    #expect(
      shown.end == .exit(1) && shown.output.hasSuffix("+    imge: nginx:1.27\n")
        && shown.errors == refused.errors)
    let forced = try Davit.captured(change + ["--force"])
    #expect(forced.end == .exit(0) && forced.output.isEmpty)
    #expect(
      forced.errors
        == "davit: \(project.file):5:5: Compose rejects services.web.imge: there is no such key — did you mean image?\n"
    )
    #expect(try project.text() == text + "    imge: nginx:1.27\n")
    // The fault is there now: it keeps from nothing else.
    let other = try Davit.captured(["compose", "set", "-f", project.file, "services.web.tty=true"])
    #expect(other.end == .exit(0) && other.errors.isEmpty)
  }

  @Test func `a service gets another name in all files of the project, or in none`() throws {
    let project = try Project("services:\n  db: {image: i}\n  a: {image: i, depends_on: [db]}\n")
    try project.put("services: {a: {links: [db]}}\n", in: "compose.override.yaml")
    let rename = ["compose", "set", "-f", project.file, "--rename", "services.db=store"]
    let result = try Davit.captured(rename)
    #expect(result.end == .exit(0) && result.errors.isEmpty, "\(result.errors)")
    #expect(try project.text() == "services:\n  store: {image: i}\n  a: {image: i, depends_on: [store]}\n")
    #expect(try project.text(of: "compose.override.yaml") == "services: {a: {links: [store]}}\n")
    let back = ["compose", "set", "-f", project.file, "--rename", "services.store=db"]
    try project.put(
      "services: {b: {image: i, depends_on: ['${NAME:-store}']}}\n", in: "compose.override.yaml")
    let refused = try Davit.captured(back)
    #expect(
      refused.end == .exit(1) && refused.errors.hasPrefix("davit: cannot rename services.store: not all that")
    )
    #expect(
      refused.errors.contains("services.b.depends_on.store at \(project.folder)/compose.override.yaml:1:"))
    #expect(try project.text().contains("depends_on: [store]"))
  }

  @Test func `of several files those that changed are shown, and wrong usage has a code of its own`() throws {
    let project = try Project(text)
    try project.put("services: {web: {ports: ['80']}}\n", in: "more.yaml")
    let files = ["-f", project.file, "-f", project.folder + "/more.yaml"]
    let both = ["services.web.ports[0]=81", "services.web.image=i"]
    let shown = try Davit.captured(["compose", "set", "--dry-run"] + files + both)
    #expect(shown.end == .exit(0))
    #expect(
      shown.output.contains("+    image: 'i'\n")
        && shown.output.contains("+services: {web: {ports: ['81']}}\n"))
    #expect(try Davit.captured(["compose", "set"] + files).end == .exit(2))
    #expect(try Davit.captured(["compose", "set", "-f", "-", "a=b"]).end == .exit(1))
    #expect(
      try Davit.captured(["compose", "set", "-f", project.folder + "/none.yaml", "a=b"]).end == .exit(1))
  }

  @Test func endlessFilesEndInOneLine() throws {
    let project = try Project("services: {web: {image: i, env_file: /dev/zero}}\n")
    let result = try Davit.captured(["compose", "config", "-f", project.file])
    #expect(result.end == .exit(1) && result.errors.hasSuffix("/dev/zero is a device, pipe or socket\n"))
    #expect(try Davit.captured(["compose", "config", "-f", "/dev/zero"]).end == .exit(1))
  }
}
