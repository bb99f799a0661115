public import EngineModel
public import EngineTransport
public import Logging
import Synchronization

/// Speaks the Engine API with one engine (Docker, Podman): requests as values in, typed answers out.
///
/// The API version is negotiated before the first request, and again after the connection was lost. All calls may be
/// made side by side; cancelling the task that waits closes the connection.
public final class EngineClient: Sendable {
  /// The engine's address.
  public var address: EngineAddress { transport.address }
  /// Whether requests that change something are refused before they leave the process.
  public var isReadOnly: Bool { transport.isReadOnly }
  /// Whether the engine runs on this host, so that its containers' control groups can be read here.
  public var isLocal: Bool { transport.isLocal }

  /// How long the engine has said nothing, whatever it was asked; nil before its first answer.
  public var silence: Duration? { transport.silence }

  let transport: Transport
  let logger: Logger
  private let spoken = Mutex<APIVersion?>(nil)
  private let podman = Atomic(false)

  /// A client of the engine at `address`; nothing is connected before the first request. The logger gets method,
  /// path, status and duration of each request at level debug, never a body.
  public init(
    address: EngineAddress, readOnly: Bool = false, limits: TransportLimits = TransportLimits(),
    logger: Logger = Logger(label: "davit.engine", factory: { _ in SwiftLogNoOpLogHandler() })
  ) {
    transport = Transport(address: address, readOnly: readOnly, limits: limits)
    self.logger = logger
  }

  /// The API version that is spoken; nil before it was negotiated, and after the connection was lost.
  public internal(set) var apiVersion: APIVersion? {
    get { spoken.withLock { $0 } }
    set { spoken.withLock { $0 = newValue } }
  }

  /// Whether the engine is Podman, as its answer to the last negotiation tells; false before.
  public internal(set) var isPodman: Bool {
    get { podman.load(ordering: .relaxed) }
    set { podman.store(newValue, ordering: .relaxed) }
  }

  /// Closes the connections that wait for the next request; streams go on.
  public func closeIdleConnections() { transport.closeIdleConnections() }
}

extension EngineClient {
  /// Sends a request and returns the body of the answer.
  @discardableResult
  public func perform(_ request: EngineRequest) async throws(EngineError) -> [UInt8] {
    try await negotiated(request) { version throws(EngineError) in
      let answer = try await send(request, version: version)
      if answer.head.isSuccess { return answer.body }
      throw EngineError(
        .status(
          answer.head.status, message: ErrorMessage.text(status: answer.head.status, body: answer.body)),
        request)
    }
  }

  /// Sends a request and returns the answer's document.
  public func document(_ request: EngineRequest) async throws(EngineError) -> JSONValue {
    try await read(request)
  }

  /// Sends a request and reads the answer.
  func read<Value: JSONReadable>(_ request: EngineRequest) async throws(EngineError) -> Value {
    let body = try await perform(request)
    do throws(JSONError) {
      return try Value(json: body)
    } catch {
      throw EngineError(error, request, body: body[...])
    }
  }

  /// Sends a request and makes a value of the answer's document; nil from `make` says that it has another form.
  func read<Value>(
    _ request: EngineRequest, _ make: (JSONValue) -> Value?
  ) async throws(EngineError) -> Value {
    let document = try await document(request)
    guard let value = make(document) else {
      let text = Array(document.prettyText.utf8.prefix(200))
      throw EngineError(JSONError(.wrongShape, at: 0), request, body: text[...])
    }
    return value
  }

  /// Sends a request whose answer is a list; elements of another form are left out.
  func list<Element>(
    _ request: EngineRequest, in member: String? = nil, _ make: (JSONValue) -> Element?
  ) async throws(EngineError) -> [Element] {
    try await read(request) { document in
      switch member.map({ document[$0] }) ?? document {
      case .array(let elements): elements.compactMap(make)
      // Engines write null for an empty list.
      case .null: []
      default: nil
      }
    }
  }

  /// Sends one request, with a line for the log.
  func send(_ request: EngineRequest, version: APIVersion) async throws(EngineError) -> Answer {
    let start = ContinuousClock.now
    do throws(TransportError) {
      let answer = try await transport.send(request.transported(version: version))
      log(request, "\(answer.head.status)", since: start)
      return answer
    } catch {
      log(request, "\(error)", since: start)
      if error.isConnectionLoss { apiVersion = nil }
      throw EngineError(error, request)
    }
  }

  func log(_ request: EngineRequest, _ outcome: String, since start: ContinuousClock.Instant) {
    logger.debug(
      "\(request.method.rawValue) \(request.path)",
      metadata: ["outcome": "\(outcome)", "duration": "\(ContinuousClock.now - start)"])
  }
}

extension EngineRequest {
  func transported(version: APIVersion) -> TransportRequest {
    TransportRequest(
      method: method, target: target(version: version), body: body,
      fields: registryAuth.map { [HeaderField("X-Registry-Auth", $0.headerValue)] } ?? [],
      headTimeout: timeout, bodyTimeout: max(30, timeout))
  }
}
