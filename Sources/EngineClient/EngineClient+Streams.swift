public import EngineModel
public import EngineTransport

extension EngineClient {
  /// What happens in the engine, from now on or from `since` on. Returns when the engine has begun to listen: what
  /// happens after that is in the stream.
  public func events(since: Timestamp? = nil) async throws(EngineError) -> EventStream {
    let request = EngineRequest.events(since: since)
    return EventStream(stream: try await open(request), request: request)
  }

  /// How many events an engine keeps.
  private static let keptEvents = 256

  /// What happened to a container between two times, as far as the engine remembers: one
  /// kind of event only, or all.
  public func pastEvents(
    of container: ContainerID, _ action: String?, since: Timestamp, until: Timestamp
  ) async throws(EngineError) -> [EngineEvent] {
    let request = EngineRequest.events(
      since: since, until: until, kinds: ["container"], container: container, action: action)
    let stream = EventStream(stream: try await open(request), request: request)
    defer { stream.close() }
    var events: [EngineEvent] = []
    for try await event in stream {
      events.append(event)
      if events.count >= Self.keptEvents { break }
    }
    return events
  }

  /// A container's measurements, one a second; the first one has nothing to count CPU from.
  public func stats(_ id: ContainerID) async throws(EngineError) -> StatsStream {
    let request = EngineRequest.stats(id)
    return StatsStream(stream: try await open(request), request: request)
  }

  /// A container's log. Returns when the engine has begun to answer.
  public func logs(_ id: ContainerID, _ query: LogQuery) async throws(EngineError) -> LogStream {
    let request = EngineRequest.logs(id, query)
    let stream = try await open(request)
    if let isRaw = LogForm.isRaw(stream.head, version: apiVersion) ?? query.tty {
      return LogStream(stream: stream, request: request, isRaw: isRaw)
    }
    return LogStream(stream: stream, request: request, isRaw: try await container(id).process.tty)
  }

  /// Asks for something that takes long and tells how far it is, with the bytes that it needs where it needs some.
  public func progress(
    of request: EngineRequest, sending upload: RequestUpload? = nil
  ) async throws(EngineError) -> ProgressStream {
    ProgressStream(stream: try await open(request, sending: upload), request: request)
  }

  /// Asks for something whose answer is bytes of any length. Returns when the engine has begun to answer.
  public func bytes(of request: EngineRequest) async throws(EngineError) -> ByteStream {
    ByteStream(stream: try await open(request), request: request)
  }

  /// Sends bytes of any length; hands back the body of the answer, up to a limit.
  @discardableResult
  public func perform(
    _ request: EngineRequest, sending upload: RequestUpload
  ) async throws(EngineError) -> [UInt8] {
    let stream = try await open(request, sending: upload)
    do throws(TransportError) {
      return try await stream.rest(limit: AnswerHead.maximumErrorBody, within: request.timeout)
    } catch {
      throw EngineError(error, request)
    }
  }

  /// Opens a stream; an error that the engine answers is thrown. An upload can be sent once only, so it is not sent
  /// again to an engine that has meanwhile changed its mind about the version.
  func open(
    _ request: EngineRequest, sending upload: RequestUpload? = nil
  ) async throws(EngineError) -> TransportStream {
    guard let upload else {
      return try await negotiated(request) { version throws(EngineError) in
        try await opened(request, version: version)
      }
    }
    if apiVersion == nil, !isReadOnly { try await negotiate() }
    return try await opened(request, sending: upload, version: apiVersion ?? .oldest)
  }

  private func opened(
    _ request: EngineRequest, sending upload: RequestUpload? = nil, version: APIVersion
  ) async throws(EngineError) -> TransportStream {
    let stream = try await begin(request, sending: upload, version: version)
    if stream.head.isSuccess { return stream }
    let seconds = min(10, request.timeout)
    let body = (try? await stream.rest(limit: AnswerHead.maximumErrorBody, within: seconds)) ?? []
    let message = ErrorMessage.text(status: stream.head.status, body: body)
    throw EngineError(.status(stream.head.status, message: message), request)
  }

  /// Opens one stream, with a line for the log.
  private func begin(
    _ request: EngineRequest, sending upload: RequestUpload?, version: APIVersion
  ) async throws(EngineError) -> TransportStream {
    let start = ContinuousClock.now
    do throws(TransportError) {
      let stream = try await transport.open(request.transported(version: version), sending: upload)
      log(request, "\(stream.head.status)", since: start)
      return stream
    } catch {
      log(request, "\(error)", since: start)
      if error.isConnectionLoss { apiVersion = nil }
      throw EngineError(error, request)
    }
  }
}

/// Which form a log has.
enum LogForm {
  /// Whether the answer is a terminal's bytes without frames. From API 1.42 on its type tells; nil before.
  static func isRaw(_ head: AnswerHead, version: APIVersion?) -> Bool? {
    guard let version, version >= APIVersion(1, 42) else { return nil }
    switch head["content-type"] {
    case "application/vnd.docker.raw-stream": return true
    case "application/vnd.docker.multiplexed-stream": return false
    default: return nil
    }
  }
}
