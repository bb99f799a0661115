import NIOHTTP1

/// A method, a path and what answers it.
struct Route: Sendable {
  typealias Endpoint = @Sendable (Call, inout SimulatedState) throws(Refusal) -> Reply

  let method: HTTPMethod
  /// Segments: a word, `{}` for one segment, `{+}` for one or more (image names have slashes).
  private let pattern: [String]
  let endpoint: Endpoint

  init(_ method: HTTPMethod, _ path: String, _ endpoint: @escaping Endpoint) {
    self.method = method
    pattern = path.split(separator: "/").map(String.init)
    self.endpoint = endpoint
  }

  /// What the placeholder stands for, `""` for a path without one; nil where the path is another.
  func match(_ call: Call) -> String? {
    guard method == call.method else { return nil }
    let segments = call.segments
    guard let hole = pattern.firstIndex(where: { $0.hasPrefix("{") }) else {
      return pattern == segments ? "" : nil
    }
    let after = pattern.count - hole - 1
    let width = segments.count - hole - after
    guard width == 1 || (width > 1 && pattern[hole] == "{+}"), pattern[..<hole] == segments[..<hole],
      Array(pattern[(hole + 1)...]) == Array(segments[(hole + width)...])
    else { return nil }
    return segments[hole..<(hole + width)].joined(separator: "/")
  }
}

extension Route {
  /// All that the engine answers, by resource.
  static let all: [Route] =
    system + containers + containerActions + containerCreation + images + volumes + networks + swarm

  /// Answers a request by the first route that matches.
  static func answer(_ call: Call, _ state: inout SimulatedState) -> Reply {
    do throws(Refusal) {
      for route in all {
        guard let subject = route.match(call) else { continue }
        var call = call
        call.subject = subject
        return try route.endpoint(call, &state)
      }
      throw Refusal(404, "page not found")
    } catch {
      return .refusal(error)
    }
  }
}
