import Glibc

extension TransportError: CustomStringConvertible {
  /// One line for people: "cannot … : why — what to do".
  public var description: String {
    switch self {
    case .cannotConnect(let address, let failure): "cannot connect to \(address): \(failure.text(address))"
    case .timedOut(.head, let seconds):
      "cannot get an answer: the engine said nothing for \(shown(seconds)) s"
    case .timedOut(.body, let seconds):
      "cannot get the whole answer: the engine took more than \(shown(seconds)) s"
    case .closedEarly(false): "cannot get an answer: the engine closed the connection without one"
    case .closedEarly(true): "cannot get the whole answer: the engine closed the connection in the middle"
    case .notHTTP(let reason):
      "cannot understand the answer: it is not HTTP (\(reason)) — is this the address of an engine?"
    case .tooLarge(let limit): "cannot take the answer: it is larger than \(limit / 1024) KiB"
    case .cancelled: "cancelled"
    case .refused(let method, let path): "cannot send \(method.rawValue) \(path): davit runs with --read-only"
    case .broken(let number): "cannot go on with the connection: \(systemText(number))"
    }
  }

  private func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String((seconds * 10).rounded() / 10)
  }
}

extension ConnectFailure {
  fileprivate func text(_ address: EngineAddress) -> String {
    switch self {
    case .noSuchSocket:
      "there is no such socket — is the engine started? Another address: --host or DOCKER_HOST"
    case .permissionDenied:
      "no permission — add yourself to the socket's group (often `docker`) and log in again"
    case .connectionRefused: "nobody listens there — is the engine started?"
    case .timedOut: "no answer in time — is the host up, and the way to it open?"
    case .unknownHost: "the host's name is not known — check the spelling"
    case .pathTooLong: "the socket's path is longer than 107 bytes — make a symbolic link with a short one"
    case .unsupported:
      "this version connects over Unix sockets and plain TCP — forward the engine's socket, e.g. "
        + "ssh -L /tmp/engine.sock:/var/run/docker.sock HOST, and use unix:///tmp/engine.sock"
    case .other(let number): number == 0 ? "the reason is not known" : systemText(number)
    }
  }
}

/// The C library's text for an error number.
private func systemText(_ number: Int32) -> String {
  guard let text = strerror(number) else { return "error \(number)" }
  return String(cString: text)
}
