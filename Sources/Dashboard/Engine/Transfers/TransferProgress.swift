/// How far a transfer is. It is bounded, whatever the engine says: a few dozen parts of short texts.
package struct TransferProgress: Sendable, Hashable {
  /// One thing that goes on beside others: a layer.
  package struct Part: Sendable, Hashable {
    /// What it is: a layer's short id.
    package var name: String
    /// What happens to it, in the engine's words.
    package var status: String
    /// How much of that is done, and how much there is; nil where it is not told.
    package var done: UInt64?
    /// How much there is of it; nil where it is not told.
    package var total: UInt64?
    /// How far it is.
    package var phase: Phase
  }

  /// How far a part is.
  package enum Phase: Sendable, Hashable {
    case waiting, busy, done
  }

  /// The bytes that have gone, and how many there are; nil while that is not known.
  package var done: UInt64 = 0
  /// Nil while that is not known.
  package var total: UInt64?
  /// Bytes a second, lately; nil before that is known.
  package var rate: Double?
  /// For how many seconds nothing has come, once that is worth telling; nil while something comes.
  package var silence: Int?
  /// What goes on side by side, in the order in which it was first heard of.
  package var parts: [Part] = []
  /// How many more parts there are than are kept.
  package var furtherParts = 0
  /// What the engine said last of the whole.
  package var note = ""
  /// What it has come to, in a few words; nil for nothing worth telling.
  package var result: String?

  /// Nothing has come yet.
  package init() {}

  /// The most parts that are kept. Images have at most 127 layers.
  package static let maximumParts = 128
  /// The longest text that is kept of what an engine says, in characters.
  package static let maximumText = 200
}

extension TransferProgress {
  /// How much of it is done, from 0 to 1; nil where that is not known.
  var fraction: Double? {
    guard let total, total > 0 else { return nil }
    return min(1, Double(done) / Double(total))
  }

  /// How many seconds are left at the rate of late; nil where that is not known.
  var secondsLeft: Double? {
    guard let total, total > done, let rate, rate > 0, silence == nil else { return nil }
    return Double(total - done) / rate
  }

  /// The parts that are done, and all.
  var counts: (done: Int, all: Int) {
    (parts.count { $0.phase == .done }, parts.count + furtherParts)
  }

  /// How far it is in a word or two: `45%`, `3 of 7`, `12.3M`; nil before anything is known.
  var short: String? {
    if let fraction { return Quantity.percent(fraction * 100) }
    let (done, all) = counts
    if all > 0 { return "\(done) of \(all)" }
    return self.done > 0 ? Quantity.bytes(self.done) : nil
  }
}
