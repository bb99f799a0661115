/// Lets through what changes nothing. Every request passes here, in `Transport`, before a connection is looked for.
struct ReadOnlyGate: Sendable {
  let isReadOnly: Bool

  /// Refuses every method but GET and HEAD where the gate is read-only; a path makes no exception.
  func check(_ request: TransportRequest) throws(TransportError) {
    if isReadOnly, !request.method.isSafe { throw .refused(request.method, path: request.path) }
  }
}
