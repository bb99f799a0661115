import Dashboard
import EngineClient

extension EngineTrouble {
  /// The words for an error: the engine's own message where there is one.
  init(_ error: EngineError) {
    let parts = error.description.split(separator: " — ", maxSplits: 1).map(String.init)
    self.init(what: parts[0], advice: parts.count > 1 ? parts[1] : nil)
  }
}
