import EngineModel

/// What was done to a path by a layer.
package enum ContentsMark: Sendable, Hashable { case added, changed, removed }

/// The number of a path within the contents of one image.
package struct PathNumber: Hashable, Sendable {
  let value: Int32

  init(_ value: Int32) { self.value = value }

  /// The root of the image.
  package static let root = PathNumber(PathTable.root)
}

/// Something in a folder of an image.
package struct ContentsRow: Sendable, Equatable, Identifiable {
  package let id: PathNumber
  /// Its name: any bytes but "/" and 0.
  package let name: [UInt8]
  package let kind: FileEntry.Kind
  /// The nine bits of its rights and the three above them; nil for a folder that no layer names.
  package let permissions: UInt32?
  /// The bytes of its content; of a folder, of all below it; of what was removed, those that it had.
  package let size: UInt64
  /// What was done to it; nil where it is as the oldest layer has it, or was only gone through.
  package let mark: ContentsMark?
  /// The layer that it is of, from 0 for the oldest: of a folder the last one that did something below it.
  package let layer: Int?
  /// Where a symbolic link points to; nil for what is none.
  package let link: [UInt8]?
  /// The file that it is another name of; nil for none.
  package let sameAs: ContainerPath?
  /// Whether something is to be seen in it.
  package let hasContents: Bool

  /// The name as text; bytes that are none are shown as U+FFFD.
  package var title: String { String(decoding: name, as: UTF8.self) }
}

/// The files of an image, of all layers together or of one: what is in each folder, and how large it is.
package struct ContentsTree: Sendable {
  /// What is looked at.
  package enum Scope: Hashable, Sendable {
    /// What a container sees, and what later layers have removed.
    case whole
    /// What one layer has added, changed and removed, from 0 for the oldest.
    case layer(Int)
  }

  /// What rows are ordered by.
  package enum Order: String, Sendable, CaseIterable { case size, name }

  package let scope: Scope
  private let contents: ImageContents
  private var sizes: [UInt64]
  private var marks: [ContentsMark?]
  private var layers: [Int16]
  /// The entry that tells of each path; -1 where none does.
  private var entries: [Int32]
  private var isShown: [Bool]
  /// The bytes of what was removed.
  private var removedBytes: [Int32: UInt64] = [:]
  /// How many of those in each folder are shown.
  private var shownIn: [Int32]

  /// The files of an image, or of one of its layers.
  package init(_ contents: ImageContents, _ scope: Scope) {
    self.scope = scope
    self.contents = contents
    let count = contents.paths.count
    sizes = Array(repeating: 0, count: count)
    marks = Array(repeating: nil, count: count)
    layers = Array(repeating: -1, count: count)
    entries = Array(repeating: -1, count: count)
    isShown = Array(repeating: false, count: count)
    shownIn = Array(repeating: 0, count: count)
    switch scope {
    case .whole: takeWhole()
    case .layer(let number): takeLayer(Int16(clamping: number))
    }
    sumUp()
  }

  private mutating func takeWhole() {
    let merged = contents.merged
    sizes = merged.sizes
    entries = merged.lastEntries
    var unseen = merged.wasted
    for node in entries.indices.dropFirst() {
      if merged.live[node] >= 0 {
        let applied = merged.applied[Int(merged.live[node])]
        entries[node] = merged.live[node]
        isShown[node] = true
        layers[node] = applied.layer
        marks[node] = applied.layer == 0 ? nil : applied.mark
      } else if entries[node] >= 0, merged.removedBy[node] >= 0, !merged.isSeen(Int32(node)) {
        isShown[node] = true
        layers[node] = merged.removedBy[node]
        marks[node] = .removed
      }
    }
    for node in stride(from: unseen.count - 1, to: 0, by: -1) where unseen[node] > 0 {
      unseen[Int(contents.paths.parents[node])] += unseen[node]
    }
    for node in marks.indices where marks[node] == .removed { removedBytes[Int32(node)] = unseen[node] }
  }

  private mutating func takeLayer(_ number: Int16) {
    let merged = contents.merged
    for removal in merged.removals where removal.layer == number {
      let node = Int(removal.node)
      isShown[node] = true
      marks[node] = .removed
      layers[node] = number
      removedBytes[removal.node] = removal.bytes
    }
    // What was removed is what the layers below say of it.
    for index in merged.applied.indices {
      let applied = merged.applied[index]
      guard applied.layer < number else { break }
      if marks[Int(applied.entry.node)] == .removed { entries[Int(applied.entry.node)] = Int32(index) }
    }
    for index in merged.applied.indices where merged.applied[index].layer == number {
      let applied = merged.applied[index]
      let node = Int(applied.entry.node)
      isShown[node] = true
      entries[node] = Int32(index)
      sizes[node] = applied.entry.size
      marks[node] = applied.mark
      layers[node] = number
      removedBytes[applied.entry.node] = nil
    }
  }

  /// Adds up folders: what is in one has a larger number than the folder.
  private mutating func sumUp() {
    for node in stride(from: isShown.count - 1, to: 0, by: -1) where isShown[node] {
      let parent = Int(contents.paths.parents[node])
      shownIn[parent] += 1
      // What is gone is in the folder to be seen, but does not make it exist.
      let isThere = marks[node] != .removed
      if isThere || scope != .whole || entries[parent] >= 0 { isShown[parent] = true }
      if isThere { sizes[parent] += sizes[node] }
      layers[parent] = max(layers[parent], layers[node])
    }
  }

  /// The bytes of all that is shown.
  package var size: UInt64 { sizes[Int(PathTable.root)] }

  /// What is in a folder.
  package func rows(in folder: PathNumber, by order: Order) -> [ContentsRow] {
    var rows: [ContentsRow] = []
    contents.folders.forEach(in: folder.value) { node in
      if isShown[Int(node)] { rows.append(row(node)) }
    }
    switch order {
    case .name: return rows.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    case .size:
      return rows.sorted {
        $0.size == $1.size ? $0.name.lexicographicallyPrecedes($1.name) : $0.size > $1.size
      }
    }
  }

  private func row(_ node: Int32) -> ContentsRow {
    let index = Int(node)
    let entry = entries[index] >= 0 ? contents.merged.applied[Int(entries[index])].entry : nil
    let isFolder = shownIn[index] > 0
    var kind = FileEntry.Kind.folder
    if case .has(let own)? = entry?.deed { kind = isFolder && own == .file ? .folder : own }
    return ContentsRow(
      id: PathNumber(node), name: Array(contents.paths.name(node)), kind: kind,
      permissions: entry.map { UInt32($0.permissions) }, size: removedBytes[node] ?? sizes[index],
      mark: marks[index], layer: layers[index] < 0 ? nil : Int(layers[index]),
      link: entry.flatMap { $0.link < 0 ? nil : contents.links[Int($0.link)] },
      sameAs: entry.flatMap { $0.sameAs < 0 ? nil : contents.path($0.sameAs) }, hasContents: isFolder)
  }

  /// The path of what has a number.
  package func path(_ number: PathNumber) -> ContainerPath { contents.path(number.value) }

  /// The number of a path; nil where nothing has it.
  package func number(of path: ContainerPath) -> PathNumber? {
    var node = PathTable.root
    for name in path.names {
      var found: Int32?
      contents.folders.forEach(in: node) { if contents.paths.name($0).elementsEqual(name) { found = $0 } }
      guard let found else { return nil }
      node = found
    }
    return PathNumber(node)
  }

  /// The folder that something is in; nil for the root.
  package func folder(of number: PathNumber) -> PathNumber? {
    number == .root ? nil : PathNumber(contents.paths.parents[Int(number.value)])
  }
}
