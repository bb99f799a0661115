public import EngineModel
public import EngineTransport
package import Troubles

/// Why a request to an engine did not succeed.
public struct EngineError: Error, Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// No answer, or not all of it.
    case transport(TransportError)
    /// The engine answered with an error; the message is its own, or a short summary where it gave no JSON.
    case status(Int, message: String)
    /// The engine had begun to answer, and told of an error then; the message is its own.
    case failedLater(message: String)
    /// The answer is not what the API promises; `bodyPrefix` is its beginning, at most 200 bytes, as text.
    case decoding(bodyPrefix: String, reason: JSONError)
    /// The request would change something, and the client is read-only: nothing was asked.
    case refused
  }

  /// What happened.
  public var kind: Kind
  /// The method of the request.
  public var method: RequestMethod
  /// The path of the request, without version and query.
  public var path: String

  /// An error of a request.
  public init(_ kind: Kind, _ request: EngineRequest) {
    self.init(kind, method: request.method, path: request.path)
  }

  /// An error as given.
  public init(_ kind: Kind, method: RequestMethod, path: String) {
    self.kind = kind
    self.method = method
    self.path = path
  }

  init(_ error: TransportError, _ request: EngineRequest) {
    if case .refused = error { self.init(.refused, request) } else { self.init(.transport(error), request) }
  }

  init(_ error: JSONError, _ request: EngineRequest, body: ArraySlice<UInt8>) {
    self.init(
      .decoding(bodyPrefix: String(decoding: body.prefix(200), as: UTF8.self), reason: error), request)
  }
}

extension EngineError {
  /// Whether the task that asked was cancelled: nothing to tell anybody.
  public var isCancellation: Bool { kind == .transport(.cancelled) }

  /// Whether the engine is away, so that trying again later makes sense.
  public var isConnectionLoss: Bool {
    if case .transport(let error) = kind { error.isConnectionLoss } else { false }
  }

  /// Whether no answer came, or not all of it, in whatever way.
  package var isTransport: Bool {
    if case .transport = kind { true } else { false }
  }

  /// Whether trying again cannot help: it is the address itself that this version cannot use.
  public var isForGood: Bool {
    if case .transport(let error) = kind { error.isForGood } else { false }
  }

  /// The HTTP status, where the engine answered with one: 404 no such thing, 409 not in this state, …
  public var status: Int? {
    if case .status(let code, _) = kind { code } else { nil }
  }
}

extension EngineError: CustomStringConvertible {
  /// One line for people; of an answered error the engine's own message.
  public var description: String { trouble.description }

  /// The same in its parts.
  package var trouble: Trouble {
    switch kind {
    case .transport(let error): error.trouble
    case .status(let code, let message):
      Trouble(message.isEmpty ? "the engine answered with status \(code)" : message)
    case .failedLater(let message): Trouble(message)
    case .decoding(_, let reason):
      Trouble(
        "cannot read the answer to \(method.rawValue) \(path)", why: "\(reason)",
        advice: "is this the address of an engine?")
    case .refused: Trouble("cannot send \(method.rawValue) \(path)", why: "davit runs with --read-only")
    }
  }
}
