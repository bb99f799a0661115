import TerminalUI

/// Keys and the word for what they do, as they stand at the foot of a box or of the screen.
struct KeyHint: Sendable, Equatable {
  /// Each of them does it: a key, or several after another.
  let keys: [[KeyPress]]
  let word: String
  private let joint: String

  init(_ keys: [[KeyPress]], _ word: String, joint: String = " ") {
    self.keys = keys
    self.word = word
    self.joint = joint
  }

  /// The names of the keys.
  var keyText: String { keys.map { KeySequence($0).description }.joined(separator: joint) }

  /// What a press of the mouse on it means; nil where it has no key.
  var meaning: HotSpot.Meaning? { keys.first.map { .keys($0) } }
}
