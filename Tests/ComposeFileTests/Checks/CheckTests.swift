import ComposeFile
import TestSupport
import Testing

/// What the checks find, and where.
@Suite struct CheckTests {
  private func report(
    _ text: String, files: [String: String] = [:], disabled: Set<String> = [], used: [UsedHostPort] = []
  ) -> ComposeReport {
    var stored = ["/p/compose.yaml": text]
    for (name, text) in files { stored["/p/" + name] = text }
    return ComposeReport.check(
      ComposeRequest(directory: "/p"), from: .inMemory(stored), disabled: disabled, usedPorts: used)
  }

  private func service(_ lines: String) -> String {
    "services:\n  web:\n    image: nginx:1.27\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  /// A service that no rule has anything to say about.
  private let clean = """
    services:
      web:
        image: nginx:1.27
        user: "1000"
        restart: unless-stopped
        healthcheck: {test: [CMD, "true"]}
        logging: {options: {max-size: 10m}}
        deploy: {resources: {limits: {cpus: "1", memory: 64M}}}
    """

  @Test func aServiceThatFollowsAllAdviceIsLeftInPeace() {
    #expect(report(clean).findings.isEmpty)
    #expect(report(clean).summary == "no problems")
  }

  @Test(arguments: [
    ("ports: ['80:80']\ndeploy: {replicas: 3}", "port-and-replicas"),
    ("ports: ['80:80', '80:81']", "port-twice"),
    ("privileged: true", "privileged"),
    ("volumes: ['/var/run/docker.sock:/var/run/docker.sock']", "engine-socket"),
    ("network_mode: host", "host-network"),
    ("environment: {DB_PASSWORD: x}", "secret-in-environment"),
    ("user: root", "root-user"),
    ("user: '1000'", "no-healthcheck"),
    ("user: '1000'", "no-restart-policy"),
    ("mem_limit: 5m", "no-limits"),
    ("user: '1000'", "log-rotation"),
    ("volumes: ['./d:/var/lib/mysql']", "bind-mount-for-data"),
    ("volumes: ['./d:/x']", "missing-bind-source"),
    ("command: $NOPE", "unset-variable"),
    ("env_file: nope.env", "file"),
    ("depends_on: [nope]", "reference"),
    ("networks: [nope]", "reference"),
    ("volumes: ['nope:/x']", "reference"),
    ("secrets: [nope]", "reference"),
    ("container_name: xx\nscale: 2", "consistency"),
    ("imge: x", "schema"),
    ("ports: 80", "schema"),
    ("command: ${X:?no}", "variable"),
    ("image: x: y", "syntax"),
  ])
  func aRuleFindsWhatItIsAbout(lines: String, rule: String) {
    let found = report(service(lines)).findings
    #expect(found.contains { $0.rule == rule }, "\(found.map(\.rule))")
  }

  @Test func aJobThatOthersAwaitIsNotToldToRestart() {
    let text = """
      services:
        job: {image: "nginx:1.27"}
        web: {image: "nginx:1.27", depends_on: {job: {condition: service_completed_successfully}}}
      """
    for rule in ["no-restart-policy", "no-healthcheck"] {
      #expect(report(text).findings.filter { $0.rule == rule }.map(\.path) == ["services.web"])
    }
  }

  @Test(arguments: ["nginx", "nginx:latest", "registry.example:5000/nginx"])
  func anImageWithoutAVersionIsNotPinned(image: String) {
    let found = report("services: {web: {image: '\(image)'}}").findings
    #expect(found.contains { $0.rule == "image-not-pinned" })
  }

  @Test(arguments: ["nginx:1.27", "nginx@sha256:abc", "registry.example:5000/nginx:1"])
  func anImageWithAVersionIsPinned(image: String) {
    let found = report("services: {web: {image: '\(image)'}}").findings
    #expect(!found.contains { $0.rule == "image-not-pinned" })
  }

  @Test(arguments: [
    "nginx", "nginx:1.27-alpine", "a/b__c/d--e.f:V_1", "localhost/x", "localhost:5000/a/b:1",
    "REG.example.com/a:b",
    "ghcr.io/o/n@sha256:0123456789abcdef", "a:1@sha256:abc", "[::1]:5000/a", "sha256:abc",
  ])
  func `names that an image can have are no finding`(image: String) {
    #expect(!report("services: {web: {image: '\(image)'}}").findings.contains { $0.rule == "image-name" })
  }

  @Test(arguments: [
    "ng inx", "NGINX", "nginx:", "nginx::1", ":1", "/nginx", "a//b", "a/", "_a", "a_", "a..b", "a___b",
    "a:-x",
    "a b/c", "https://a/b", "a@", "a@sha256", "a@sha256:x y",
  ])
  func `a name that no image can have is an error`(image: String) {
    let found = report("services: {web: {image: '\(image)'}}").findings
    #expect(found.first?.rule == "image-name" && found.first?.severity == .error, "\(found)")
  }

  @Test func aPortThatAnotherContainerHasIsTaken() {
    let used = UsedHostPort(port: 80, owner: "the container old")
    let found = report(service("ports: ['80:80']"), used: [used]).findings
    #expect(found.first?.message == "the host port 80 is used by the container old")
  }

  @Test func portsOnDifferentAddressesDoNotMeet() {
    let found = report(service("ports: ['127.0.0.1:80:80', '127.0.0.2:80:80', '80:80/udp']")).findings
    #expect(!found.contains { $0.rule == "port-twice" })
  }

  @Test func replicasOnARangeThatIsWideEnoughAreFine() {
    let found = report(service("ports: ['8000-8002:80']\ndeploy: {replicas: 3}")).findings
    #expect(!found.contains { $0.rule == "port-and-replicas" })
  }

  @Test func aDependencyWithAHealthCheckWantsACondition() {
    let text = clean + "\n  db:\n    image: a:1\n    depends_on: [web]\n"
    #expect(report(text).findings.contains { $0.rule == "dependency-without-condition" })
  }

  @Test func servicesThatWaitForEachOtherAreACircle() {
    let found = report("services: {a: {image: i, depends_on: [b]}, b: {image: i, depends_on: [a]}}").findings
    #expect(found.first?.message == "the services wait for each other in a circle: a → b → a")
  }

  @Test func anUnknownKeyIsShownWithItsPlaceAndASuggestion() throws {
    let found = try #require(report(service("depnds_on: [x]")).findings.first)
    #expect(found.place?.text == "/p/compose.yaml:4:5")
    #expect(found.place?.excerpt == "    depnds_on: [x]")
    #expect(found.fix == "did you mean depends_on?")
  }

  @Test func aWrongTypeSaysWhatIsExpected() throws {
    let found = try #require(report(service("user: 1000")).findings.first)
    #expect(found.message == "a text is expected, not a number")
    #expect(found.fix == "put '1000' into quotes")
  }

  @Test func everythingThatTheSchemaHasAgainstAFileIsSaidAtOnce() {
    let found = report(service("foo: 1\nbar: 2\nuser: 5")).findings
    #expect(found.count { $0.rule == "schema" } == 3)
  }

  @Test func aRuleIsSwitchedOffByNameOrByAComment() {
    let text = service("privileged: true")
    #expect(!report(text, disabled: ["privileged"]).findings.contains { $0.rule == "privileged" })
    let commented = service("# davit: ignore=privileged\nprivileged: true")
    #expect(!report(commented).findings.contains { $0.rule == "privileged" })
  }

  @Test func everyRuleHasAnIdAReasonAndAFix() {
    #expect(Set(ComposeRule.all.map(\.id)).count == ComposeRule.all.count)
    #expect(ComposeRule.all.allSatisfy { $0.reason.hasSuffix(".") && $0.fix.hasSuffix(".") })
  }

  @Test func theReportIsTextJSONAndSARIF() throws {
    let report = report(service("privileged: true\nimge: x"))
    #expect(
      report.text.hasPrefix("/p/compose.yaml:5:5: error [schema] services.web.imge: there is no such key\n"))
    let json = try ReferenceJSON(report.json)
    guard case .array(let findings) = json["findings"] else {
      Issue.record("no findings: \(report.json)")
      return
    }
    #expect(findings.count == report.findings.count)
    let sarif = report.sarif(toolVersion: "1", directory: "/p")
    #expect(sarif.contains("\"uri\": \"compose.yaml\"") && sarif.contains("\"startLine\": 5"))
    #expect(throws: Never.self) { try ReferenceJSON(sarif) }
  }
}
