import EngineModel

extension VolumesPane {
  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? {
    let unused = engine.facts.volumes.keys.filter { VolumeRow.users(of: $0, engine).isEmpty }.sorted()
    guard !unused.isEmpty else { return nil }
    let anonymous = unused.filter(\.isAnonymous)
    func line(_ name: VolumeName) -> String {
      name.rawValue + (engine.facts.volumeSizes[name].map { "  \(Quantity.bytes($0))" } ?? "")
    }
    return PruneQuestion(
      title: anonymous.isEmpty
        ? "Prune volumes?"
        : "Prune: remove \(Counted.text(anonymous.count, "unused anonymous volume"))?",
      targets: anonymous.map(line) + unused.filter { !$0.isAnonymous }.map { "with all: \(line($0))" },
      warning: "All data in them is lost.\(freed(anonymous, unused, engine.facts.volumeSizes))",
      allChoice: "all: named volumes too", call: .pruneVolumes(all: false), needsSizes: true)
  }

  /// How much a prune of volumes frees, once that is known.
  private static func freed(
    _ anonymous: [VolumeName], _ unused: [VolumeName], _ sizes: [VolumeName: UInt64]
  ) -> String {
    guard !sizes.isEmpty else { return " Still measuring how much that frees." }
    func sum(_ names: [VolumeName]) -> String {
      Quantity.bytes(names.reduce(0) { $0 + (sizes[$1] ?? 0) })
    }
    return " It frees \(sum(anonymous)); with all \(sum(unused))."
  }
}
