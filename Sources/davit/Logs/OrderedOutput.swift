/// Output of several sources that are read at once, printed one source after the other. A source whose turn has not come
/// is held up once it has said much, so nothing grows without a bound.
actor OrderedOutput {
  /// How many bytes of a source wait for its turn.
  private static let limit = 1 << 20

  private var turn = 0
  private var waiting: [Int: String] = [:]
  private var ended: Set<Int> = []
  private var heldUp: [Int: CheckedContinuation<Void, Never>] = [:]
  private var failure: (any Error)?

  /// Prints what a source says, or keeps it until its turn.
  func take(_ text: String, of source: Int) async throws {
    if let failure { throw failure }
    guard source != turn else { return try write(text) }
    waiting[source, default: ""] += text
    guard let kept = waiting[source], kept.utf8.count > Self.limit else { return }
    await withCheckedContinuation { heldUp[source] = $0 }
    if let failure { throw failure }
  }

  /// Takes note that a source has said all; the next has its turn.
  func end(_ source: Int) throws {
    ended.insert(source)
    while ended.contains(turn) {
      turn += 1
      if let text = waiting.removeValue(forKey: turn) { try write(text) }
      heldUp.removeValue(forKey: turn)?.resume()
    }
  }

  /// Lets all sources go, since nothing is printed any more.
  func stop(_ error: any Error) {
    if failure == nil { failure = error }
    for continuation in heldUp.values { continuation.resume() }
    heldUp = [:]
  }

  private func write(_ text: String) throws {
    do {
      try StandardOutput.text(text)
    } catch {
      stop(error)
      throw error
    }
  }
}
