import Glibc
import SimulatedEngine
import TestSupport
import Testing

/// Starts an engine with a manual clock on a socket of its own, runs `body` with a connected client, stops it.
func withEngine(
  _ containers: [SimulatedContainer] = [], images: [SimulatedImage] = [], volumes: [SimulatedVolume] = [],
  networks: [SimulatedNetwork] = [], options: SimulatedEngine.Options = .testing(),
  _ body: (SimulatedEngine, RawClient) async throws -> Void
) async throws {
  let folder = try TestFolder()
  defer { folder.remove() }
  let population = Population(
    containers: containers, images: images, volumes: volumes, networks: networks)
  let engine = try await SimulatedEngine.start(
    socketPath: folder.file("engine.sock"), population: population, options: options)
  do {
    try await body(engine, try RawClient(engine.socketPath))
  } catch {
    await engine.stop()
    throw error
  }
  await engine.stop()
}

extension SimulatedEngine.Options {
  /// An engine whose time stands still and whose health checks are not seen.
  static func testing(
    api: String = "1.50", oldest: String = "1.24", cgroup: ControlGroup = .v2, visibleHealthChecks: Int = 0
  ) -> SimulatedEngine.Options {
    var options = SimulatedEngine.Options()
    options.time = .manual()
    options.apiVersion = api
    options.minimumAPIVersion = oldest
    options.cgroup = cgroup
    options.visibleHealthChecks = visibleHealthChecks
    return options
  }
}

/// Waits until a condition holds; gives up after ten seconds.
func eventually(_ condition: () -> Bool) async throws {
  for _ in 0..<2000 {
    if condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  Issue.record("the condition never came true")
}

extension RawClient {
  /// The names of a container list.
  func names(_ query: String) throws -> [String] {
    let list = try ReferenceJSON(request("GET", "/containers/json?\(query)").body)
    return list.elements.compactMap { $0["Names"][0].string?.dropFirst() }.map(String.init).sorted()
  }

  /// The inspect document of a container.
  func inspect(_ name: String, version: String = "") throws -> ReferenceJSON {
    try ReferenceJSON(request("GET", "\(version)/containers/\(name)/json").body)
  }

  /// The events of the past, as `type action`.
  func pastEvents(_ more: String = "") throws -> [String] {
    let body = try request("GET", "/events?since=1&until=1768478400\(more)").text
    return try body.split(separator: "\n").map { line in
      let event = try ReferenceJSON(Array(line.utf8))
      return "\(event["Type"].string ?? "") \(event["Action"].string ?? "")"
    }
  }

  /// The lines of a log answer with frames: `1 text` of stdout, `2 text` of stderr.
  func frames(_ name: String, _ query: String) throws -> [String] {
    Self.frames(try request("GET", "/containers/\(name)/logs?\(query)").body)
  }

  static func frames(_ body: [UInt8]) -> [String] {
    var lines: [String] = []
    var rest = body[...]
    while rest.count >= 8 {
      let header = Array(rest.prefix(8))
      let length = header[4...].reduce(0) { $0 << 8 | Int($1) }
      lines.append("\(header[0]) " + String(decoding: rest.dropFirst(8).prefix(length - 1), as: UTF8.self))
      rest = rest.dropFirst(8 + length)
    }
    return lines
  }
}

/// Percent-encodes a filter.
func filter(_ json: String) -> String {
  "filters=" + json.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
