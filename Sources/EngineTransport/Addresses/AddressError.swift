package import Troubles

/// Why an engine's address cannot be used, in one line for people.
public struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The same in its parts.
  package let trouble: Trouble

  /// "cannot … : why — what to do".
  public var description: String { trouble.description }

  /// An error with its line.
  public init(_ description: String) { trouble = Trouble(description) }

  /// An error with its parts.
  package init(_ what: String, why: String, advice: String) {
    trouble = Trouble(what, why: why, advice: advice)
  }
}

extension AddressError {
  /// The address asks for TLS, which this version does not speak: what it would send in the clear is never sent.
  static func needsTLS(_ what: String, because reason: String, instead: String = "") -> AddressError {
    AddressError(
      "cannot use \(what)",
      why: "\(reason), and this version does not support TLS: nothing is sent in the clear",
      advice: "forward the engine's socket, e.g. ssh -L /tmp/engine.sock:/var/run/docker.sock HOST, and use "
        + "unix:///tmp/engine.sock" + instead)
  }
}
