import NIOCore

/// The body of a pull or a push: a line of progress at each of its times, until it is done.
struct ServedTransfer: BodyStream {
  /// What is said, and how long after the beginning.
  struct Step: Sendable {
    let after: Duration
    let line: JSON
  }

  let topic = SimulatedState.Topic.clock
  private let begin: EngineInstant
  private var steps: ArraySlice<Step>
  /// Whether it goes on without an end where the steps end.
  private let isStalled: Bool
  /// What comes of it; nil for nothing.
  private let arrival: Arrival?

  /// An image that is there when all has come.
  struct Arrival: Sendable {
    let tag: String
    let id: String
    let size: Int64
  }

  init(_ steps: [Step], isStalled: Bool = false, arrival: Arrival? = nil, at begin: EngineInstant) {
    self.steps = steps[...]
    self.isStalled = isStalled
    self.arrival = arrival
    self.begin = begin
  }

  mutating func fill(_ output: inout ByteBuffer, from state: SimulatedState) -> StreamProgress {
    while let step = steps.first, state.now >= begin + step.after {
      output.writeBytes(step.line.bytes + Array("\r\n".utf8))
      steps.removeFirst()
    }
    guard let next = steps.first else { return isStalled ? .waiting(until: nil) : .finished }
    return .waiting(until: begin + next.after)
  }

  func complete(_ state: inout SimulatedState) {
    guard let arrival else { return }
    for index in state.images.indices { state.images[index].tags.removeAll { $0 == arrival.tag } }
    if let index = state.images.firstIndex(where: { $0.id == arrival.id }) {
      state.images[index].tags.append(arrival.tag)
    } else {
      let spec = SimulatedImage(arrival.tag, size: arrival.size, age: .seconds(86_400))
      state.images.append(
        ImageRecord(id: arrival.id, tags: [arrival.tag], spec: spec, created: state.now - spec.age))
    }
    state.emit("image", "pull", arrival.tag, ["name": arrival.tag])
  }
}

extension ServedTransfer {
  /// The steps of layers that come, or go: each a while after the one before.
  static func layers(_ sizes: [Int64], of name: String, _ words: (busy: String, done: String)) -> [Step] {
    var steps: [Step] = []
    for (number, size) in sizes.enumerated() {
      let id = hexadecimal("\(words.busy) \(name) \(number)", digits: 12)
      let start = Duration.milliseconds(300 * number)
      steps.append(
        Step(after: start, line: line(id, words.busy == "Pushing" ? "Preparing" : "Pulling fs layer")))
      for part in 1...10 {
        let detail: JSON = ["current": .integer(size * Int64(part) / 10), "total": .integer(size)]
        steps.append(
          Step(
            after: start + .milliseconds(200 * part),
            line: ["status": .string(words.busy), "progressDetail": detail, "id": .string(id)]))
      }
      steps.append(Step(after: start + .milliseconds(2_200), line: line(id, words.done)))
    }
    return steps.enumerated().sorted { ($0.element.after, $0.offset) < ($1.element.after, $1.offset) }
      .map(\.element)
  }

  private static func line(_ id: String, _ status: String) -> JSON {
    ["status": .string(status), "progressDetail": .object([]), "id": .string(id)]
  }

  /// What is said at last.
  static func status(_ text: String, after: Duration) -> Step {
    Step(after: after, line: ["status": .string(text)])
  }

  /// How an engine tells that it does not go on.
  static func failure(_ text: String, after: Duration) -> Step {
    Step(after: after, line: ["errorDetail": ["message": .string(text)], "error": .string(text)])
  }
}

extension Route {
  /// `POST /images/create`: pulls. The last part of the name says what goes wrong: `missing`, `limited`, `half` (it fails
  /// when a half has come), `stalled` (nothing comes any more).
  @Sendable static func pullImage(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    guard let name = call.query["fromImage"], !name.isEmpty else {
      throw Refusal(400, "the simulated engine imports nothing")
    }
    let tag = SimulatedState.withTag(name)
    let repository = ImageRecord.repository(of: tag)
    switch repository.split(separator: "/").last {
    case "missing":
      throw Refusal(
        404,
        "pull access denied for \(repository), repository does not exist or may require 'docker login': denied: "
          + "requested access to the resource is denied")
    case "limited":
      throw Refusal(500, "toomanyrequests: You have reached your unauthenticated pull rate limit.")
    default: break
    }
    let own = state.images.first { $0.tags.contains(tag) }
    let remote = ImageRecord.remoteID(of: tag, own: own)
    let head = ServedTransfer.status(
      "Pulling from \(repository.hasPrefix("library/") || repository.contains("/") ? repository : "library/\(repository)")",
      after: .zero)
    let digest = ServedTransfer.status(
      "Digest: sha256:" + hexadecimal("digest \(remote) \(repository)"), after: .milliseconds(3_400))
    if own?.id == remote {
      let steps = [
        head, ServedTransfer.status("Status: Image is up to date for \(tag)", after: .milliseconds(400)),
      ]
      return .stream(contentType: "application/json", ServedTransfer(steps, at: state.now))
    }
    let size = own?.spec.size ?? 42_300_000
    let layers = ServedTransfer.layers(
      [size / 10, size / 2, size / 4, size / 8], of: tag, ("Downloading", "Pull complete"))
    var steps = [head] + layers
    switch repository.split(separator: "/").last {
    case "half":
      steps = steps.filter { $0.after < .milliseconds(1_500) }
      steps.append(ServedTransfer.failure("unexpected EOF", after: .milliseconds(1_500)))
      return .stream(contentType: "application/json", ServedTransfer(steps, at: state.now))
    case "stalled":
      steps = steps.filter { $0.after < .milliseconds(1_000) }
      return .stream(contentType: "application/json", ServedTransfer(steps, isStalled: true, at: state.now))
    default: break
    }
    steps += [
      digest,
      ServedTransfer.status("Status: Downloaded newer image for \(tag)", after: .milliseconds(3_500)),
    ]
    let arrival = ServedTransfer.Arrival(tag: tag, id: remote, size: size)
    return .stream(
      contentType: "application/json", ServedTransfer(steps, arrival: arrival, at: state.now))
  }

  /// `POST /images/{name}/push`: the registry of some names lets nobody in.
  @Sendable static func pushImage(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let tag = "\(call.subject):\(call.query["tag"] ?? "latest")"
    let image = state.images[try state.imageIndex(tag)]
    var steps = [
      ServedTransfer.status("The push refers to repository [\(call.subject)]", after: .zero)
    ]
    if Self.letsNobodyIn(call.subject) {
      steps.append(
        ServedTransfer.failure("unauthorized: authentication required", after: .milliseconds(600)))
    } else {
      let sizes = image.layers.map(\.size).filter { $0 > 0 }
      steps += ServedTransfer.layers(sizes, of: tag, ("Pushing", "Pushed"))
      let digest = "sha256:" + hexadecimal("digest \(image.id) \(call.subject)")
      let end = (steps.map(\.after).max() ?? .zero) + .milliseconds(200)
      steps.append(
        ServedTransfer.status("\(call.query["tag"] ?? "latest"): digest: \(digest) size: 1609", after: end))
    }
    return .stream(contentType: "application/json", ServedTransfer(steps, at: state.now))
  }

  /// Whether the registry of a name wants a login.
  static func letsNobodyIn(_ name: String) -> Bool { name.hasPrefix("registry.example.com/data/") }
}

extension ImageRecord {
  /// A reference without its tag.
  static func repository(of tag: String) -> String {
    guard let colon = tag.lastIndex(of: ":"), !tag[colon...].contains("/") else { return tag }
    return String(tag[..<colon])
  }

  /// The image that the registry has under a tag: a newer one of some, and of those that are not here.
  static func remoteID(of tag: String, own: ImageRecord?) -> String {
    let pulled = "sha256:" + hexadecimal("pulled \(tag)")
    guard let own, stableHash(tag) % 3 != 0 else { return pulled }
    return own.id
  }
}
