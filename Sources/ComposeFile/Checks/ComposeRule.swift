/// One thing that is checked: with an id to switch it by, a reason and a fix.
public struct ComposeRule: Sendable, Identifiable {
  /// The id: `image-not-pinned`.
  public let id: String
  /// How much a finding matters.
  public let severity: ComposeFinding.Severity
  /// Why it matters, in one sentence.
  public let reason: String
  /// What to do, in one sentence.
  public let fix: String
  let check: @Sendable (CheckedProject) -> [Finding]

  /// What a rule finds, before it gets a place.
  struct Finding {
    var message: String
    var path: String
    var mark: ComposeMark?
  }

  init(
    _ id: String, _ severity: ComposeFinding.Severity, reason: String, fix: String,
    check: @escaping @Sendable (CheckedProject) -> [Finding]
  ) {
    self.id = id
    self.severity = severity
    self.reason = reason
    self.fix = fix
    self.check = check
  }

  /// A rule about one service at a time.
  init(
    _ id: String, _ severity: ComposeFinding.Severity, reason: String, fix: String,
    service check: @escaping @Sendable (CheckedService) -> [Finding]
  ) {
    self.init(id, severity, reason: reason, fix: fix) { project in project.services.flatMap(check) }
  }

  /// All rules, the weightiest first.
  public static let all: [ComposeRule] =
    reading + ports + references + images + safety + running + data
}

/// A project as the rules see it.
struct CheckedProject {
  let model: ComposeMap
  let unset: [UnsetVariable]
  let files: ComposeFiles
  /// The ports that others than this project have on the host.
  let usedPorts: [UsedHostPort]
  /// The resolved services.
  let services: [CheckedService]

  init(
    model: ComposeMap, sources: ComposeSources, unset: [UnsetVariable], files: ComposeFiles,
    usedPorts: [UsedHostPort]
  ) {
    self.model = model
    self.unset = unset
    self.files = files
    self.usedPorts = usedPorts
    let entries = model["services"]?.map?.entries ?? []
    let jobs = Set(entries.flatMap { Self.awaitedEnds($0.value) })
    services = entries.map { CheckedService(entry: $0, sources: sources, isJob: jobs.contains($0.key)) }
  }

  /// The services whose end one waits for.
  private static func awaitedEnds(_ service: ComposeNode) -> [String] {
    (service["depends_on"]?.map?.entries ?? [])
      .filter { $0.value["condition"]?.text == "service_completed_successfully" }.map(\.key)
  }
}

/// A service as the rules see it.
struct CheckedService {
  let entry: ComposeMap.Entry
  let sources: ComposeSources
  /// Whether others wait until it has done its work: it ends, and shall stay ended.
  let isJob: Bool

  var name: String { entry.key }

  subscript(key: String) -> ComposeNode? { entry.value[key] }

  /// The value of a variable as it stands in its file, before variables in it are replaced; nil where it is in no line.
  func written(_ variable: ComposeMap.Entry) -> String? {
    guard let line = sources.restOfLine(at: variable.value.mark ?? variable.keyMark) else { return nil }
    let text = line.drop { $0 == "\"" || $0 == "'" }
    let value = text.hasPrefix(variable.key + "=") ? text.dropFirst(variable.key.count + 1) : line
    let end = value.lastIndex { !$0.isWhitespace && $0 != "\"" && $0 != "'" } ?? value.startIndex
    return value.isEmpty ? "" : String(value[...end].drop { $0 == "\"" || $0 == "'" })
  }

  /// How many containers it has.
  var replicas: Int { self["deploy"]?["replicas"]?.integer ?? self["scale"]?.integer ?? 1 }

  /// Whether Compose runs it itself.
  var isRun: Bool { self["provider"] == nil }

  /// Something found at the service, or at one of its keys.
  func finding(_ message: String, at key: String? = nil, _ mark: ComposeMark? = nil) -> ComposeRule.Finding {
    let keyMark = key.flatMap { entry.value.map?.entry($0)?.keyMark }
    return ComposeRule.Finding(
      message: message, path: "services.\(name)" + (key.map { ".\($0)" } ?? ""),
      mark: mark ?? keyMark ?? entry.keyMark)
  }
}

/// A port of the host that something else has.
public struct UsedHostPort: Sendable, Hashable {
  /// The address that it listens on; empty for all.
  public var address: String
  /// The port.
  public var port: Int
  /// `tcp`, `udp` or `sctp`.
  public var transport: String
  /// Who has it, for the message: `the container old-web`.
  public var owner: String

  /// A port that something has.
  public init(address: String = "", port: Int, transport: String = "tcp", owner: String) {
    self.address = address
    self.port = port
    self.transport = transport
    self.owner = owner
  }
}
