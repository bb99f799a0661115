/// Why an exchange with an engine did not come about.
public enum TransportError: Error, Hashable, Sendable {
  /// No connection: nothing was asked.
  case cannotConnect(EngineAddress, ConnectFailure)
  /// The engine that was named cannot be used by this version, or does not exist: nothing was asked.
  case unusable(AddressError)
  /// The engine took too long.
  case timedOut(Stage, seconds: Double)
  /// The engine closed the connection before its answer was complete; `afterHead` tells whether it had begun.
  case closedEarly(afterHead: Bool)
  /// What came is no HTTP; the parser's word for it.
  case notHTTP(String)
  /// The head of an answer, or a body that is taken as a whole, is larger than this client allows; in bytes.
  case tooLarge(limit: Int)
  /// The task was cancelled.
  case cancelled
  /// The request would change something, and the transport is read-only: nothing was asked.
  case refused(RequestMethod, path: String)
  /// The body that was being sent could not be made to its end; why, in words.
  case uploadFailed(String)
  /// The operating system's error on an open connection.
  case broken(errno: Int32)

  /// Where time ran out.
  public enum Stage: Hashable, Sendable {
    /// Before the first line of an answer.
    case head
    /// Between the first line and the end of an answer.
    case body
  }
}

/// Why there is no connection.
public enum ConnectFailure: Hashable, Sendable {
  /// No file at the socket's path (ENOENT), or something else than a socket (ENOTSOCK).
  case noSuchSocket
  /// The socket may not be used by this user (EACCES, EPERM).
  case permissionDenied
  /// Nobody listens there (ECONNREFUSED).
  case connectionRefused
  /// No answer within the time for connecting.
  case timedOut
  /// The host's name is not known.
  case unknownHost
  /// The socket's path is longer than the operating system allows, 107 bytes.
  case pathTooLong
  /// This version cannot use such addresses.
  case unsupported
  /// Another error of the operating system; 0 where there is no number.
  case other(errno: Int32)
}

extension TransportError {
  /// Whether the engine could not be reached at all, so that trying again later makes sense.
  public var isConnectionLoss: Bool {
    switch self {
    case .cannotConnect(_, .unsupported): false
    case .cannotConnect, .closedEarly, .broken: true
    case .timedOut, .notHTTP, .tooLarge, .cancelled, .refused, .uploadFailed, .unusable: false
    }
  }

  /// Whether trying again cannot help: it is the address itself that this version cannot use.
  public var isForGood: Bool {
    switch self {
    case .cannotConnect(_, .unsupported), .cannotConnect(_, .pathTooLong), .unusable: true
    default: false
    }
  }
}
