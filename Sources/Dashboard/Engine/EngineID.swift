/// Which of the engines that davit watches: unique within a run, never used again.
package struct EngineID: Hashable, Sendable {
  /// The number, from 0 in the order in which the engines were named.
  package let rawValue: Int

  /// The engine with this number.
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The engine that davit was started on.
  package static let first = EngineID(rawValue: 0)
}
