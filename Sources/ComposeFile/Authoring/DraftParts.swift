/// Names and texts in an order of one's own.
public struct DraftPairs: Sendable, ExpressibleByDictionaryLiteral {
  private var map: ComposeMap

  /// Pairs as a literal.
  public init(dictionaryLiteral pairs: (String, String)...) {
    map = ComposeMap(pairs.map { ($0.0, .text($0.1)) })
  }

  /// The text of a name; setting nil removes it, a new name goes to the end.
  public subscript(name: String) -> String? {
    get { map[name]?.text }
    set { map[name] = newValue.map(ComposeNode.text) }
  }

  var node: ComposeNode? { map.isEmpty ? nil : ComposeNode(.map(map)) }
}

/// Something mounted into a service.
public struct MountDraft: Sendable, Hashable {
  let text: String
  /// The named volume that is mounted; nil for a path of the host.
  let volumeName: String?

  /// A file or directory of the host; relative paths start with `./`.
  public static func path(_ source: String, at target: String, readOnly: Bool = false) -> MountDraft {
    MountDraft(text: "\(source):\(target)" + (readOnly ? ":ro" : ""), volumeName: nil)
  }

  /// A named volume, which the file declares.
  public static func volume(_ name: String, at target: String, readOnly: Bool = false) -> MountDraft {
    MountDraft(text: "\(name):\(target)" + (readOnly ? ":ro" : ""), volumeName: name)
  }
}

/// A service that another one waits for.
public struct DependencyDraft: Sendable, Hashable {
  /// What is waited for.
  public enum Condition: String, Sendable, Hashable {
    case started = "service_started"
    case healthy = "service_healthy"
    case completed = "service_completed_successfully"
  }

  /// The service.
  public var service: String
  /// What is waited for.
  public var condition: Condition

  /// Waiting for a service to be something.
  public init(_ service: String, is condition: Condition = .started) {
    self.service = service
    self.condition = condition
  }

  /// Names alone where all are only started.
  static func node(_ dependencies: [DependencyDraft]) -> ComposeNode? {
    guard !dependencies.isEmpty else { return nil }
    if dependencies.allSatisfy({ $0.condition == .started }) {
      return ServiceDraft.texts(dependencies.map(\.service))
    }
    return ComposeNode(
      .map(
        ComposeMap(
          dependencies.map { dependency in
            let condition = ComposeNode.text(dependency.condition.rawValue)
            return (dependency.service, ComposeNode(.map(ComposeMap([("condition", condition)]))))
          })))
  }
}

/// How the health of a service is checked.
public struct HealthCheckDraft: Sendable {
  /// The command: words, or one text for a shell.
  public enum Test: Sendable {
    case words([String])
    case shell(String)
  }

  /// The command.
  public var test: Test
  /// The time from one check to the next.
  public var interval: Duration?
  /// The time after which a check has failed.
  public var timeout: Duration?
  /// The failures in a row after which the service is unhealthy.
  public var retries: Int?
  /// The time at the start in which failures do not count.
  public var startPeriod: Duration?

  /// A health check by a command.
  public init(
    _ test: Test, interval: Duration? = nil, timeout: Duration? = nil, retries: Int? = nil,
    startPeriod: Duration? = nil
  ) {
    self.test = test
    self.interval = interval
    self.timeout = timeout
    self.retries = retries
    self.startPeriod = startPeriod
  }

  var node: ComposeNode {
    var map = ComposeMap()
    switch test {
    case .words(let words): map["test"] = ServiceDraft.texts(["CMD"] + words)
    case .shell(let line): map["test"] = .text(line)
    }
    map["interval"] = interval.map(Self.text)
    map["timeout"] = timeout.map(Self.text)
    map["retries"] = retries.map { ComposeNode(.integer($0)) }
    map["start_period"] = startPeriod.map(Self.text)
    return ComposeNode(.map(map))
  }

  private static func text(_ duration: Duration) -> ComposeNode {
    let (seconds, attoseconds) = duration.components
    let text = ComposeDuration.text(
      nanoseconds: Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    // 30s and 2m, as people write, not 2m0s.
    return .text(text.hasSuffix("m0s") ? String(text.dropLast(2)) : text)
  }
}

/// Processors and memory.
public struct ResourcesDraft: Sendable {
  /// Processors: 0.5 is half of one.
  public var cpus: Double?
  /// Memory in the syntax of Compose: `512M`.
  public var memory: String?

  /// Processors and memory.
  public init(cpus: Double? = nil, memory: String? = nil) {
    self.cpus = cpus
    self.memory = memory
  }

  var node: ComposeNode? {
    var map = ComposeMap()
    map["cpus"] = cpus.map { .text(NumberText.json($0)) }
    map["memory"] = memory.map(ComposeNode.text)
    return map.isEmpty ? nil : ComposeNode(.map(map))
  }
}

/// How a service logs.
public struct LoggingDraft: Sendable {
  /// The driver: `json-file`.
  public var driver: String
  /// The driver's options.
  public var options: DraftPairs

  /// A driver with options.
  public init(driver: String, options: DraftPairs = [:]) {
    self.driver = driver
    self.options = options
  }

  /// Files that are rotated: so many of such a size, as `10m`.
  public static func rotated(files: Int, size: String) -> LoggingDraft {
    LoggingDraft(driver: "json-file", options: ["max-size": size, "max-file": String(files)])
  }

  var node: ComposeNode {
    var map = ComposeMap([("driver", .text(driver))])
    map["options"] = options.node
    return ComposeNode(.map(map))
  }
}
