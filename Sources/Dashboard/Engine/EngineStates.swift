/// All engines that davit watches; never empty.
package struct EngineStates: Sendable, Equatable {
  private var states: [EngineState]

  /// One engine, and others beside it, each with an id of its own.
  package init(_ first: EngineState, _ others: EngineState...) { states = [first] + others }

  /// The engines in the order in which they were named.
  package var all: [EngineState] { states }

  /// Their ids, in the same order.
  package var ids: [EngineID] { states.map(\.id) }

  /// One engine. An id that is none of these means the first: rows outlive their engines by a moment.
  package subscript(id: EngineID) -> EngineState {
    get { states[index(of: id)] }
    _modify { yield &states[index(of: id)] }
  }

  private func index(of id: EngineID) -> Int { states.firstIndex { $0.id == id } ?? 0 }
}
