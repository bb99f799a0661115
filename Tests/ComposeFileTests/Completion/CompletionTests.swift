import ComposeFile
import Testing

@Suite struct CompletionTests {
  /// What is offered at the `‸` of a text.
  private func offered(_ marked: String, known: ComposeCompletion.KnownNames = .init()) -> [String] {
    Completed(marked, known: known).candidates.map(\.name)
  }

  /// The line of the `‸` when the first candidate is taken.
  private func taken(_ marked: String, known: ComposeCompletion.KnownNames = .init()) -> String? {
    Completed(marked, known: known).taken
  }

  @Test func `an empty file is offered its sections`() {
    #expect(
      Set(offered("‸")).isSuperset(of: ["services", "networks", "volumes", "secrets", "configs", "name"]))
    #expect(taken("serv‸") == "services:")
  }

  @Test func `a service is offered the keys that it does not have`() {
    let names = offered("services:\n  web:\n    image: x\n    ‸\n    ports:\n      - 80")
    #expect(names.first == "build")
    #expect(!names.contains("image"))
    #expect(!names.contains("ports"))
    #expect(names.contains("restart"))
  }

  @Test func `keys that begin with what was typed come first`() {
    #expect(
      offered("services:\n  web:\n    im‸") == [
        "image", "cpu_rt_runtime", "mem_limit", "memswap_limit", "pids_limit", "runtime", "ulimits",
      ])
    #expect(taken("services:\n  web:\n    im‸") == "    image: ")
    #expect(taken("services:\n  web:\n    im‸: nginx") == "    image: nginx")
    #expect(taken("services:\n  web:\n    dep‸") == "    depends_on:")
  }

  @Test func `a service's name is not guessed`() {
    #expect(offered("services:\n  ‸") == [])
  }

  @Test func `known values of a key are offered`() {
    #expect(offered("services:\n  web:\n    restart: ‸") == ["unless-stopped", "always", "on-failure", "no"])
    #expect(taken("services:\n  web:\n    restart: on‸") == "    restart: on-failure")
    #expect(taken("services:\n  web:\n    restart: no‸") == "    restart: \"no\"")
    #expect(taken("services:\n  web:\n    restart: \"no‸\"") == "    restart: \"no\"")
    #expect(offered("services:\n  web:\n    privileged: ‸") == ["true", "false"])
  }

  @Test func `services are offered to those that depend on them`() {
    let file = "services:\n  web:\n    depends_on:\n      - ‸\n      - cache\n  db:\n    image: x\n  cache:\n"
    #expect(offered(file) == ["db"])
    #expect(offered("services:\n  web:\n    depends_on: [d‸]\n  db:\n  cache:\n") == ["db"])
    #expect(offered("services:\n  web:\n    depends_on: [db, ‸]\n  db:\n  cache:\n") == ["cache"])
    #expect(taken("services:\n  web:\n    depends_on:\n      d‸\n  db:\n") == "      db:")
    #expect(
      offered("services:\n  web:\n    depends_on:\n      db:\n        condition: ‸\n  db:\n") == [
        "service_started", "service_healthy", "service_completed_successfully",
      ])
    #expect(offered("services:\n  web:\n    network_mode: serv‸\n  db:\n") == ["service:db"])
  }

  @Test func `a list may stand in the column of its key`() {
    #expect(offered("services:\n  web:\n    depends_on:\n    - ‸\n  db:\n") == ["db"])
  }

  @Test func `networks volumes and secrets of the file are offered`() {
    let rest = "\nnetworks:\n  front:\nvolumes:\n  data:\nsecrets:\n  key:\n    file: k\n"
    #expect(offered("services:\n  web:\n    networks: [‸]" + rest) == ["front"])
    #expect(offered("services:\n  web:\n    networks:\n      ‸" + rest) == ["front"])
    #expect(taken("services:\n  web:\n    volumes:\n      - da‸" + rest) == "      - data:")
    #expect(offered("services:\n  web:\n    secrets:\n      - ‸" + rest).first == "key")
  }

  @Test func `items of a list are offered the keys of a mapping`() {
    #expect(offered("services:\n  web:\n    ports:\n      - targ‸") == ["target"])
    let names = offered("services:\n  web:\n    ports:\n      - target: 80\n        ‸")
    #expect(names.contains("published") && !names.contains("target"))
    #expect(
      offered("services:\n  web:\n    ports:\n      - {target: 80, prot‸}") == ["protocol", "app_protocol"])
    #expect(offered("services:\n  web:\n    ports:\n      - {protocol: u‸}") == ["udp"])
  }

  @Test func `names of the engine are offered`() {
    let known = ComposeCompletion.KnownNames(
      images: ["nginx:1.27", "redis:7"], networks: ["proxy"], volumes: ["backup"], variables: ["TAG"])
    #expect(offered("services:\n  web:\n    image: ‸", known: known) == ["nginx:1.27", "redis:7"])
    #expect(taken("services:\n  web:\n    image: ngin‸x:1.25", known: known) == "    image: nginx:1.27")
    #expect(offered("networks:\n  a:\n    external: true\n    name: ‸", known: known) == ["proxy"])
    #expect(taken("services:\n  web:\n    image: x:${T‸", known: known) == "    image: x:${TAG}")
    #expect(taken("services:\n  web:\n    image: x:${T‸}", known: known) == "    image: x:${TAG}")
  }

  @Test func `nothing is offered where text is only text`() {
    #expect(offered("services:\n  web:\n    command: |\n      re‸") == [])
    #expect(offered("services:\n  web:\n    # re‸") == [])
    #expect(offered("services:\n  web:\n    image: x # re‸") == [])
    #expect(offered("services:\n  web:\n    image: x\n      ‸") == [])
  }

  @Test func `a broken file is completed all the same`() {
    let file = "services:\n  db: [\n  web:\n    rest‸\n   odd\n\"\n"
    #expect(offered(file).first == "restart")
  }

  @Test func `a key has a line about it`() {
    let completed = Completed("services:\n  web:\n    imag‸")
    #expect(completed.candidates.first?.detail == "the image that containers are made from")
  }

  @Test func `every key of a service is explained`() {
    let completed = Completed("services:\n  web:\n    ‸")
    #expect(completed.candidates.filter { $0.detail.isEmpty }.map(\.name) == [])
  }
}

/// A text completed where it holds a `‸`.
private struct Completed {
  var candidates: [ComposeCompletion.Candidate]
  var taken: String?

  init(_ marked: String, known: ComposeCompletion.KnownNames = .init()) {
    var lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let line = lines.firstIndex(where: { $0.contains("‸") }) else {
      candidates = []
      return
    }
    let column = lines[line].prefix { $0 != "‸" }.count
    lines[line].removeAll { $0 == "‸" }
    let found = ComposeCompletion.candidates(in: lines, line: line, column: column, known: known)
    candidates = found.candidates
    taken = candidates.first.map { first in
      var text = Array(lines[line])
      text.replaceSubrange(found.replacing, with: Array(first.insertion))
      return String(text)
    }
  }
}
