import EngineClient
import EngineModel
import FoundationEssentials
import StackPlanning
import TerminalHarness
import Testing

/// A stack that is drafted from containers makes containers like them: those of many `docker create` lines are drafted,
/// made again by Compose, and compared field by field. What is left out is named in the draft.
@Suite(.serialized, .onRealEngine) struct DraftTests {
  /// The words behind `docker create --name draft-NAME`, by name.
  private static let lines: [(name: String, words: String)] = [
    ("plain", "busybox:test sleep 100"), ("image", "shop-app:1"), ("command", "shop-app:1 sleep 5"),
    ("entry", "--entrypoint /bin/env shop-app:1 A=1"), ("noentry", "--entrypoint= busybox:test sleep 5"),
    ("env", "-e A=1 -e B=$X -e APP_MODE=other -e E= -e N=3.10 -e Y=yes busybox:test"),
    ("user", "-u 1000:1000 -w /tmp busybox:test"), ("tty", "-t -i --init busybox:test"),
    ("stop", "--stop-signal SIGINT --stop-timeout 7 busybox:test"),
    ("labels", "--label a=b --label c.d=e$f busybox:test"),
    ("restart", "--restart on-failure:3 busybox:test"),
    (
      "health",
      "--health-cmd true --health-interval 7s --health-retries 4 --health-start-period 1m busybox:test"
    ),
    ("nohealth", "--no-healthcheck shop-app:1"), ("halfhealth", "--health-retries 9 shop-app:1"),
    ("ports", "-p 18301:80 -p 127.0.0.1:18302:81/udp -p 82 --expose 99 busybox:test"),
    ("names", "--hostname web --domainname example.org busybox:test"),
    ("lookups", "--dns 9.9.9.9 --dns-search x.org --dns-option ndots:2 --add-host a:1.2.3.4 busybox:test"),
    ("mac", "--mac-address 02:42:ac:11:00:99 busybox:test"),
    ("memory", "-m 64m --memory-reservation 32m --memory-swap 100m --shm-size 8m busybox:test"),
    ("swap", "-m 64m --memory-swap -1 --memory-swappiness 10 busybox:test"),
    ("cpu", "--cpus 0.5 --cpu-shares 512 --cpuset-cpus 0 busybox:test"),
    ("quota", "--cpu-quota 50000 --cpu-period 100000 --pids-limit 50 --oom-score-adj 5 busybox:test"),
    ("ulimits", "--ulimit nofile=100:200 --ulimit nproc=50 busybox:test"),
    ("block", "--blkio-weight 100 busybox:test"),
    ("rights", "--read-only --cap-add NET_ADMIN --cap-drop MKNOD --group-add 5 busybox:test"),
    ("safe", "--security-opt no-new-privileges --privileged=false busybox:test"),
    ("all", "--privileged busybox:test"),
    ("spaces", "--pid host --ipc host --uts host busybox:test"), ("ipc", "--ipc shareable busybox:test"),
    ("device", "--device /dev/null:/dev/nothing:r --device-cgroup-rule 'c:1:3:r' busybox:test"),
    ("sysctl", "--sysctl net.core.somaxconn=256 busybox:test"),
    ("logs", "--log-driver json-file --log-opt max-size=1m --log-opt max-file=2 busybox:test"),
    ("nolog", "--log-driver none busybox:test"),
    (
      "binds", "-v /tmp:/host:ro -v draft-data:/data -v draft-data:/copy:ro,nocopy -v /anonymous busybox:test"
    ),
    (
      "mounts",
      "--mount type=bind,source=/tmp,target=/b,readonly --mount type=volume,source=draft-data,target=/v "
        + "--mount type=tmpfs,target=/t,tmpfs-size=65536 busybox:test"
    ), ("tmpfs", "--tmpfs /a --tmpfs /b:size=64k busybox:test"),
    ("from", "--volumes-from draft-binds:ro busybox:test"),
    ("none", "--network none busybox:test"), ("host", "--network host busybox:test"),
    ("net", "--network draft-net --network-alias other --network-alias third busybox:test"),
    ("address", "--network draft-net --ip 10.98.0.77 busybox:test"),
    ("share", "--network container:draft-net --pid container:draft-plain busybox:test"),
    ("shared", "--ipc container:draft-ipc busybox:test"), ("gone", "--rm --cpuset-mems 0 busybox:test"),
  ]

  /// Compose 2 and later: the first one knows neither the project's name in the file nor `uts`.
  @Test(arguments: InstalledCompose.found.filter(\.isPlugin))
  func whatIsMadeFromADraftIsLikeWhatWasDrafted(compose: InstalledCompose) async throws {
    let stack = try StackFolder("drafted", "services: {}\n", compose)
    let engine = stack.engine
    try engine.makeShopImages()
    clear(engine)
    defer { clear(engine) }
    try engine.docker("network", "create", "--subnet", "10.98.0.0/24", "draft-net")
    for line in Self.lines { try create(line.name, line.words, engine) }
    let text = try await draft(engine)
    try stack.write(text)
    let made = try compose.run(["up", "--no-start"], project: stack.project, in: stack.path, on: engine)
    try #require(made.end == .exit(0), "\(made.output)\(made.errors)\n\(text)")
    for line in Self.lines {
      let name = "draft-\(line.name)"
      let (old, new) = (try document(name, engine), try document(stack.name(name), engine))
      let comparison = InspectComparison(old, new, leftOut: leftOut(name, in: text)) { id in
        try? engine.inspect(id, ".Name").replacing("drafted-", with: "").replacing("drafted_", with: "")
      }
      #expect(comparison.differences == [], "\(name)\n\(text)")
    }
    #expect(leftOut("draft-gone", in: text) == ["HostConfig.AutoRemove", "HostConfig.CpusetMems"])
    #expect(leftOut("draft-binds", in: text) == [])
  }

  /// The command of each, run by a shell with another name.
  @Test func whatIsMadeByItsCommandIsLikeWhatWasThere() async throws {
    let engine = try TestEngine()
    try engine.makeShopImages()
    clear(engine)
    defer { clear(engine) }
    try engine.docker("network", "create", "--subnet", "10.98.0.0/24", "draft-net")
    for line in Self.lines { try create(line.name, line.words, engine) }
    let all = try await engine.client.containers()
    let names = Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }
    for line in Self.lines {
      let name = "draft-\(line.name)"
      let details = try await engine.client.container(ContainerID(engine.inspect(name, ".Id")))
      let image = try await engine.client.document(.image(details.imageID.rawValue))
      let draft = CommandDraft(of: details, image: image, names: names)
      #expect(draft.leftOut == [], "\(name)")
      let text = draft.text.replacing("docker run -d", with: "docker create")
        .replacing("--name \(name) ", with: "--name draft-again-\(line.name) ")
      try engine.shell(text)
      let (old, new) = (try document(name, engine), try document("draft-again-\(line.name)", engine))
      let comparison = InspectComparison(old, new, leftOut: []) { try? engine.inspect($0, ".Name") }
      #expect(comparison.differences == [], "\(name)\n\(draft.text)")
    }
  }

  /// What the head of a draft says of a service.
  private func leftOut(_ service: String, in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      line.hasPrefix("#   \(service): ") ? String(line.dropFirst("#   \(service): ".count)) : nil
    }.sorted()
  }

  private func draft(_ engine: TestEngine) async throws -> String {
    let client = try engine.client
    let all = try await client.containers()
    var parts: [(ContainerDetails, JSONValue?)] = []
    for line in Self.lines {
      let details = try await client.container(ContainerID(engine.inspect("draft-\(line.name)", ".Id")))
      parts.append((details, try await client.document(.image(details.imageID.rawValue))))
    }
    let names = Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }
    return StackDraft(of: parts, name: "drafted", names: names).yaml
  }

  private func create(_ name: String, _ words: String, _ engine: TestEngine) throws {
    let parts = words.split(separator: " ").map { $0.filter { $0 != "'" } }
    let rule = parts.map { $0 == "c:1:3:r" ? "c 1:3 r" : String($0) }
    try engine.docker(["create", "--name", "draft-\(name)"] + rule)
  }

  private func document(_ name: String, _ engine: TestEngine) throws -> JSONValue {
    try #require(JSONValue(json: Array(engine.docker("inspect", name).utf8)).elements.first)
  }

  private func clear(_ engine: TestEngine) {
    let filter = ["--filter", "name=draft-"]
    for (list, removal) in [
      (["ps", "-aq"], ["rm", "-f", "-v"]), (["network", "ls", "-q"], ["network", "rm"]),
      (["volume", "ls", "-q"], ["volume", "rm"]),
    ] {
      let found = (try? engine.docker(list + filter)) ?? ""
      let names = found.split(whereSeparator: \.isNewline).map(String.init)
      if !names.isEmpty { _ = try? engine.docker(removal + names) }
    }
  }
}

/// Two inspect documents, field by field.
private struct InspectComparison {
  let old: JSONValue
  let new: JSONValue
  let leftOut: [String]
  /// The name of a container that a field holds the id of.
  let name: (String) -> String?

  init(_ old: JSONValue, _ new: JSONValue, leftOut: [String], name: @escaping (String) -> String?) {
    self.old = old
    self.new = new
    self.leftOut = leftOut
    self.name = name
  }

  /// What only the client or Compose itself writes, and what is compared otherwise below.
  private static let others: Set<String> = [
    "Config.Hostname", "Config.AttachStdout", "Config.AttachStderr", "Config.AttachStdin", "Config.StdinOnce",
    "Config.Labels", "Config.Volumes", "Config.MacAddress", "HostConfig.Binds", "HostConfig.Mounts",
    "HostConfig.ConsoleSize", "HostConfig.NetworkMode", "HostConfig.PidMode", "HostConfig.IpcMode",
    "HostConfig.VolumesFrom", "HostConfig.Links", "HostConfig.CapAdd", "HostConfig.CapDrop",
  ]

  var differences: [String] {
    ["Config", "HostConfig"].flatMap(fields) + capabilities + labels + mounts + sharing + networks
      + hostname
  }

  private func fields(_ part: String) -> [String] {
    Set((old[part].members + new[part].members).map(\.key)).sorted().compactMap { key in
      let path = "\(part).\(key)"
      guard !Self.others.contains(path), !leftOut.contains(path) else { return nil }
      let (before, after) = (Self.plain(old[part][key]), Self.plain(new[part][key]))
      return before == after ? nil : "\(path): \(before) → \(after)"
    }
  }

  /// Nothing is nothing, however it is written; the order of variables and ports does not count.
  private static func plain(_ value: JSONValue) -> String {
    switch value {
    case .null, .bool(false), .string(""), .string("no"), .number("0"): ""
    case .array(let elements): elements.map(plain).sorted().joined(separator: " ")
    case .object(let members):
      members.map { "\($0.key)=\(plain($0.value))" }.sorted().joined(separator: " ")
    default: value.prettyText
    }
  }

  /// `NET_ADMIN` and `CAP_NET_ADMIN` are one capability: newer editions of Compose write the full name.
  private var capabilities: [String] {
    ["CapAdd", "CapDrop"].compactMap { key in
      let all = { (document: JSONValue) in
        Set(document["HostConfig"][key].strings.map { $0.hasPrefix("CAP_") ? String($0.dropFirst(4)) : $0 })
      }
      return all(old) == all(new) ? nil : "\(key): \(all(old).sorted()) → \(all(new).sorted())"
    }
  }

  private var labels: [String] {
    let own = { (document: JSONValue) in
      document["Config"]["Labels"].dictionary.filter { !$0.key.hasPrefix("com.docker.compose.") }
    }
    return own(old) == own(new) ? [] : ["labels: \(own(old)) → \(own(new))"]
  }

  private var mounts: [String] {
    let all = { (document: JSONValue) in
      Set(
        document["Mounts"].elements.map { mount in
          ["Type", "Name", "Source", "Destination", "RW"].map { Self.plain(mount[$0]) }.joined(separator: " ")
        })
    }
    return all(old) == all(new) ? [] : ["mounts: \(all(old).sorted()) → \(all(new).sorted())"]
  }

  private var sharing: [String] {
    ["NetworkMode", "PidMode", "IpcMode"].compactMap { key in
      let (before, after) = (mode(old, key), mode(new, key))
      return before == after ? nil : "\(key): \(before) → \(after)"
    }
      + (from(old) == from(new) ? [] : ["VolumesFrom: \(from(old)) → \(from(new))"])
  }

  private func mode(_ document: JSONValue, _ key: String) -> String {
    let text = document["HostConfig"][key].string ?? ""
    let networks = document["NetworkSettings"]["Networks"].members
    // Compose names an external network by its id, and what never ran has none at its end.
    if text.utf8.count == 64, networks.count == 1 { return networks[0].key }
    guard text.hasPrefix("container:") else { return text == "default" ? "bridge" : text }
    return "container:" + called(String(text.dropFirst("container:".count)))
  }

  private func from(_ document: JSONValue) -> [String] {
    document["HostConfig"]["VolumesFrom"].strings.map { text in
      called(String(text.split(separator: ":").first ?? ""))
    }
  }

  /// A container without what Compose adds to the name of its service.
  private func called(_ container: String) -> String {
    let found = (name(container) ?? container).filter { $0 != "/" }
    for end in ["-1", "_1"] where found.hasSuffix(end) { return String(found.dropLast(2)) }
    return found
  }

  private var networks: [String] {
    let ends = { (document: JSONValue) in
      document["NetworkSettings"]["Networks"].members.map { member in
        "\(member.key) \(Self.plain(member.value["IPAMConfig"]))"
      }.sorted()
    }
    let wanted = old["NetworkSettings"]["Networks"].members.flatMap { $0.value["Aliases"].strings }
      .filter { !(old["Id"].string ?? "").hasPrefix($0) }
    let found = new["NetworkSettings"]["Networks"].members.flatMap { $0.value["Aliases"].strings }
    return (ends(old) == ends(new) ? [] : ["networks: \(ends(old)) → \(ends(new))"])
      + wanted.filter { !found.contains($0) }.map { "alias \($0) is lost" }
  }

  private var hostname: [String] {
    let own = { (document: JSONValue) -> String in
      let text = document["Config"]["Hostname"].string ?? ""
      return (document["Id"].string ?? "").hasPrefix(text) ? "" : text
    }
    return own(old) == own(new) ? [] : ["hostname: \(own(old)) → \(own(new))"]
  }
}
