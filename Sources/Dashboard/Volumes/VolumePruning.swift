import EngineModel

extension VolumesPane {
  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? {
    let unused = engine.facts.volumes.keys
      .filter { $0.isPrunable(isUsed: !VolumeRow.users(of: $0, engine).isEmpty, all: true) }.sorted()
    guard !unused.isEmpty else { return nil }
    let anonymous = unused.filter { $0.isPrunable(isUsed: false, all: false) }
    func line(_ name: VolumeName) -> String {
      name.rawValue + (engine.facts.volumeSizes[name].map { "  \(Quantity.bytes($0))" } ?? "")
    }
    let more = unused.count - anonymous.count
    let others = more == 0 ? "" : " \(Counted.text(more, "named one")) more with a."
    return PruneQuestion(
      title: "Prune: remove \(Counted.text(anonymous.count, "unused anonymous volume"))?",
      targets: anonymous.map(line),
      warning: "All data in them is lost.\(freed(anonymous, engine.facts.volumeSizes))\(others)",
      allChoice: "all: named volumes too",
      allTitle: "Prune: remove \(Counted.text(unused.count, "unused volume"))?", allTargets: unused.map(line),
      allWarning: "All data in them is lost.\(freed(unused, engine.facts.volumeSizes))",
      call: .pruneVolumes(all: false), needsSizes: true)
  }

  /// How much a prune of volumes frees, once that is known.
  private static func freed(_ names: [VolumeName], _ sizes: [VolumeName: UInt64]) -> String {
    guard !sizes.isEmpty else { return " Still measuring how much that frees." }
    return " It frees \(Quantity.bytes(names.reduce(0) { $0 + (sizes[$1] ?? 0) }))."
  }
}
