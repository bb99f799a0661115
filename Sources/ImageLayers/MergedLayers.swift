import EngineModel

/// Layers put on each other, oldest first: what is seen at last, and what of each was for nothing.
struct MergedLayers: Sendable {
  /// An entry of a layer, as it was put on those below.
  struct Applied: Sendable {
    let entry: LayerEntry
    let layer: Int16
    /// What it meant; nil for a folder that was there before.
    var mark: ContentsMark?
    /// The number of the entry that has the bytes: itself, or that of which it is another name.
    var content: Int32
    /// By how many names the bytes can be seen.
    var names: Int32 = 0
  }

  /// Something that a layer took away.
  struct Removal: Sendable {
    let layer: Int16
    let node: Int32
    /// The bytes that could be seen before.
    let bytes: UInt64
  }

  private let paths: PathTable
  private let folders: FolderLinks

  /// All entries, layer by layer.
  private(set) var applied: [Applied] = []
  private(set) var removals: [Removal] = []
  /// The entry that is seen at each path; -1 for none.
  private(set) var live: [Int32]
  /// The last layer that has removed each path; -1 for none.
  private(set) var removedBy: [Int16]
  /// The bytes that were written to each path and cannot be seen, and the last layer that did it.
  private(set) var wasted: [UInt64]
  private(set) var wastedBy: [Int16]
  private(set) var wastedOfLayer: [Int: UInt64] = [:]
  /// The bytes that are seen at each path itself.
  private(set) var sizes: [UInt64] = []
  /// How many entries are seen at each path and below.
  private var liveBelow: [Int32]

  init(paths: PathTable, folders: FolderLinks) {
    self.paths = paths
    self.folders = folders
    live = Array(repeating: -1, count: paths.count)
    liveBelow = Array(repeating: 0, count: paths.count)
    removedBy = Array(repeating: -1, count: paths.count)
    wasted = Array(repeating: 0, count: paths.count)
    wastedBy = Array(repeating: -1, count: paths.count)
  }

  /// Puts a layer on those before. What it removes is of the layers below, wherever it says so.
  mutating func add(_ entries: [LayerEntry], layer number: Int) {
    let layer = Int16(number)
    for entry in entries {
      switch entry.deed {
      case .has: continue
      case .removes: remove(entry.node, layer)
      case .empties:
        var children: [Int32] = []
        folders.forEach(in: entry.node) { children.append($0) }
        for child in children { remove(child, layer) }
      }
    }
    for entry in entries { if case .has(let kind) = entry.deed { put(entry, kind, layer) } }
  }

  /// Takes away a path with all below it.
  private mutating func remove(_ node: Int32, _ layer: Int16) {
    guard liveBelow[Int(node)] > 0 else { return }
    removals.append(Removal(layer: layer, node: node, bytes: clear(node, layer)))
  }

  /// Makes a path and all below it unseen; the bytes that went.
  private mutating func clear(_ node: Int32, _ layer: Int16) -> UInt64 {
    var bytes: UInt64 = 0
    var stack = [node]
    while let next = stack.popLast() {
      if live[Int(next)] >= 0 { bytes += drop(next, layer) }
      folders.forEach(in: next) { if liveBelow[Int($0)] > 0 { stack.append($0) } }
    }
    return bytes
  }

  /// Makes one path unseen; the bytes that went with its last name.
  private mutating func drop(_ node: Int32, _ layer: Int16) -> UInt64 {
    let content = Int(applied[Int(live[Int(node)])].content)
    live[Int(node)] = -1
    removedBy[Int(node)] = layer
    count(-1, from: node)
    applied[content].names -= 1
    let bytes = applied[content].entry.size
    guard applied[content].names == 0, bytes > 0 else { return 0 }
    let owner = Int(applied[content].entry.node)
    wasted[owner] += bytes
    wastedBy[owner] = layer
    wastedOfLayer[Int(applied[content].layer), default: 0] += bytes
    return bytes
  }

  private mutating func put(_ entry: LayerEntry, _ kind: FileEntry.Kind, _ layer: Int16) {
    let node = Int(entry.node)
    let old = live[node] >= 0 ? applied[Int(live[node])].entry.deed : nil
    let wasFolder = old == .has(.folder) || (old == nil && liveBelow[node] > 0)
    var mark: ContentsMark? = old != nil || wasFolder || removedBy[node] == layer ? .changed : .added
    if kind == .folder, wasFolder {
      mark = nil
      if old != nil { _ = drop(entry.node, layer) }
    } else {
      _ = clear(entry.node, layer)
    }
    let number = Int32(applied.count)
    let same = entry.sameAs >= 0 ? live[Int(entry.sameAs)] : -1
    let content = same >= 0 ? applied[Int(same)].content : number
    applied.append(Applied(entry: entry, layer: layer, mark: mark, content: content))
    applied[Int(content)].names += 1
    live[node] = number
    count(1, from: entry.node)
  }

  private mutating func count(_ step: Int32, from node: Int32) {
    var node = node
    while node != PathTable.root {
      liveBelow[Int(node)] += step
      node = paths.parents[Int(node)]
    }
    liveBelow[Int(PathTable.root)] += step
  }

  /// Works out where the bytes of files with several names are seen: at the name that was first, while it is there.
  mutating func finish() {
    sizes = Array(repeating: 0, count: paths.count)
    var isPlaced: Set<Int32> = []
    for node in live.indices where live[node] >= 0 && applied[Int(live[node])].content == live[node] {
      sizes[node] = applied[Int(live[node])].entry.size
      isPlaced.insert(live[node])
    }
    for node in live.indices where live[node] >= 0 {
      let content = applied[Int(live[node])].content
      if content != live[node], isPlaced.insert(content).inserted {
        sizes[node] = applied[Int(content)].entry.size
      }
    }
  }

  /// The last entry of each path, seen or not; -1 where no layer has one.
  var lastEntries: [Int32] {
    var last = [Int32](repeating: -1, count: paths.count)
    for number in applied.indices { last[Int(applied[number].entry.node)] = Int32(number) }
    return last
  }

  /// Whether something is seen at a path or below.
  func isSeen(_ node: Int32) -> Bool { liveBelow[Int(node)] > 0 }
}
