import Glibc
package import Troubles

extension TransportError: CustomStringConvertible {
  /// One line for people: "cannot … : why — what to do".
  public var description: String { trouble.description }

  /// The same in its parts.
  package var trouble: Trouble {
    switch self {
    case .cannotConnect(let address, let failure):
      Trouble("cannot connect to \(address)", why: failure.why, advice: failure.advice)
    case .unusable(let error): error.trouble
    case .timedOut(.head, let seconds):
      Trouble("cannot get an answer", why: "the engine said nothing for \(shown(seconds)) s")
    case .timedOut(.body, let seconds):
      Trouble("cannot get the whole answer", why: "the engine took more than \(shown(seconds)) s")
    case .closedEarly(false):
      Trouble("cannot get an answer", why: "the engine closed the connection without one")
    case .closedEarly(true):
      Trouble("cannot get the whole answer", why: "the engine closed the connection in the middle")
    case .notHTTP(let reason):
      Trouble(
        "cannot understand the answer", why: "it is not HTTP (\(reason))",
        advice: "is this the address of an engine?")
    case .tooLarge(let limit):
      Trouble("cannot take the answer", why: "it is larger than \(limit / 1024) KiB")
    case .cancelled: Trouble("cancelled")
    case .refused(let method, let path):
      Trouble("cannot send \(method.rawValue) \(path)", why: "davit runs with --read-only")
    case .uploadFailed(let reason): Trouble("cannot send all of it", why: reason)
    case .broken(let number): Trouble("cannot continue the connection", why: systemText(number))
    }
  }

  private func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String((seconds * 10).rounded() / 10)
  }
}

extension ConnectFailure {
  fileprivate var why: String {
    switch self {
    case .noSuchSocket: "no such socket"
    case .permissionDenied: "no permission"
    case .connectionRefused: "connection refused"
    case .timedOut: "no answer in time"
    case .unknownHost: "unknown host"
    case .pathTooLong: "the socket's path is longer than 107 bytes"
    case .unsupported: "this version connects over Unix sockets and plain TCP"
    case .other(let number): number == 0 ? "unknown reason" : systemText(number)
    }
  }

  fileprivate var advice: String? {
    switch self {
    case .noSuchSocket: "is the engine running? For another address: --host or DOCKER_HOST"
    case .permissionDenied: "add yourself to the socket's group (often `docker`) and log in again"
    case .connectionRefused: "is the engine running?"
    case .timedOut: "is the host up and reachable?"
    case .unknownHost: "check the spelling"
    case .pathTooLong: "use a symbolic link with a shorter path"
    case .unsupported:
      "forward the engine's socket, e.g. ssh -L /tmp/engine.sock:/var/run/docker.sock HOST, and use "
        + "unix:///tmp/engine.sock"
    case .other: nil
    }
  }
}

/// The C library's text for an error number.
private func systemText(_ number: Int32) -> String {
  guard let text = strerror(number) else { return "error \(number)" }
  return String(cString: text)
}
