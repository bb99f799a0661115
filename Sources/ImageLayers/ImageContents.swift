import EngineModel

/// What an image is made of: its layers, and the files that they put on each other.
package struct ImageContents: Sendable {
  /// One layer.
  package struct Layer: Sendable, Equatable {
    /// The instruction that made it, as the builder wrote it; nil where the archive does not tell.
    package var instruction: String?
    /// The place of that step among all steps, from 0 for the oldest; nil where the archive does not tell.
    package var step: Int?
    /// The bytes of its files.
    package var size: UInt64 = 0
    /// How many files, folders and links it has.
    package var files = 0
    /// The bytes of its files that later layers have written over or removed: nobody can see them.
    package var wasted: UInt64 = 0
    /// Why it is not known, or only in part; nil where it is.
    package var trouble: String?
  }

  /// A path with bytes that nobody can see.
  package struct WastedPath: Sendable, Equatable {
    package let path: ContainerPath
    /// The bytes that were written there and cannot be seen.
    package let bytes: UInt64
    /// The layer that did it last, from 0 for the oldest.
    package let layer: Int
    /// Whether there is nothing at the path at last.
    package let isRemoved: Bool
  }

  /// The layers, oldest first.
  package internal(set) var layers: [Layer]
  /// The worst of the paths that waste, the worst first.
  package internal(set) var worst: [WastedPath] = []
  /// How many paths waste.
  package internal(set) var wastingPaths = 0
  /// How many files were left out because there are too many.
  package let leftOut: Int
  /// How many names were left out that lead out of the image, or are impossible otherwise.
  package let impossible: Int

  let paths: PathTable
  let links: [[UInt8]]
  let folders: FolderLinks
  var merged: MergedLayers

  /// How many of the worst paths are kept.
  private static let mostWorst = 1_000

  /// Puts the layers of an archive on each other.
  package init(_ reading: ImageReading) throws(ImageArchiveProblem) {
    let index = try ArchiveIndex(reading)
    paths = reading.paths
    links = reading.links
    folders = FolderLinks(reading.paths)
    merged = MergedLayers(paths: paths, folders: folders)
    (leftOut, impossible) = (reading.leftOut, reading.impossible)
    let steps = index.stepsOfLayers
    layers = []
    for (number, name) in index.layers.enumerated() {
      var layer = Layer()
      if steps.indices.contains(number) {
        layer.step = steps[number]
        layer.instruction = index.steps[steps[number]].instruction
      }
      let part = Self.part(name, reading)
      layer.trouble = reading.unreadable[part]
      if let entries = reading.layers[part] {
        // An archive may name a large layer many times.
        if merged.applied.count + entries.count <= reading.budget.entries * 2 {
          merged.add(entries, layer: number)
        } else {
          layer.trouble = "it has more files than can be kept"
        }
      } else {
        layer.trouble = layer.trouble ?? "the archive does not have it"
      }
      layers.append(layer)
    }
    merged.finish()
    sumUp()
  }

  /// The part of the archive that has a layer: links may lead to it.
  private static func part(_ name: String, _ reading: ImageReading) -> String {
    var name = name
    for _ in 0..<8 {
      guard reading.layers[name] == nil, let next = reading.aliases[name] else { break }
      name = next
    }
    return name
  }

  private mutating func sumUp() {
    for applied in merged.applied {
      guard case .has = applied.entry.deed else { continue }
      layers[Int(applied.layer)].size += applied.entry.size
      layers[Int(applied.layer)].files += 1
    }
    for (layer, bytes) in merged.wastedOfLayer { layers[layer].wasted = bytes }
    let nodes = merged.wasted.indices.filter { merged.wasted[$0] > 0 }
    wastingPaths = nodes.count
    worst = nodes.sorted { (merged.wasted[$1], $0) < (merged.wasted[$0], $1) }.prefix(Self.mostWorst).map {
      WastedPath(
        path: path(Int32($0)), bytes: merged.wasted[$0], layer: Int(merged.wastedBy[$0]),
        isRemoved: merged.live[$0] < 0)
    }
  }

  /// The path of what has a number.
  func path(_ node: Int32) -> ContainerPath {
    paths.names(node).reduce(.root) { $0.appending($1) }
  }

  /// The bytes of all layers' files.
  package var size: UInt64 { layers.reduce(0) { $0 + $1.size } }

  /// The bytes that nobody can see, all layers together.
  package var wasted: UInt64 { layers.reduce(0) { $0 + $1.wasted } }

  /// The share of the bytes that can be seen, from 0 to 1.
  package var efficiency: Double { size == 0 ? 1 : 1 - Double(wasted) / Double(size) }
}
