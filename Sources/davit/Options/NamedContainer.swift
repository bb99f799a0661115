import EngineModel

/// A container as it is named on the command line.
enum NamedContainer {
  /// The one with this name, or the only one whose id begins so; four letters of it at least. Nil where there is none.
  static func find(_ name: String, in all: [ContainerSummary]) -> ContainerSummary? {
    if let named = all.first(where: { $0.names.contains(name) }) { return named }
    let beginning = all.filter { $0.id.rawValue.hasPrefix(name) }
    return beginning.count == 1 && name.count >= 4 ? beginning[0] : nil
  }

  /// What is said where there is none.
  static func missing(_ name: String) -> Failure {
    Failure(
      message: "cannot find \(name): no container has this name — davit status lists them", code: .failed)
  }
}
