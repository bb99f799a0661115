/// Folders and files by their paths, each of which stands once and has a number: the folder that something is in has a
/// smaller one. Names are bytes.
struct PathTable: Sendable {
  /// The number of the root.
  static let root: Int32 = 0

  /// The folder that each is in; the root is in itself.
  private(set) var parents: [Int32] = [0]
  private var starts: [Int32] = [0]
  private var lengths: [UInt16] = [0]
  /// All names, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// The numbers by a hash of folder and name, with open addressing; -1 is free.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// How many there are, the root with them.
  var count: Int { parents.count }

  /// The name of what has a number.
  func name(_ node: Int32) -> ArraySlice<UInt8> {
    let start = Int(starts[Int(node)])
    return bytes[start..<(start + Int(lengths[Int(node)]))]
  }

  /// The names from the root on.
  func names(_ node: Int32) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var node = node
    while node != Self.root {
      names.append(Array(name(node)))
      node = parents[Int(node)]
    }
    return names.reversed()
  }

  /// What has a name in a folder; it is made where it is not there.
  mutating func node(_ name: ArraySlice<UInt8>, in folder: Int32) -> Int32 {
    var slot = firstSlot(name, folder)
    while slots[slot] >= 0 {
      if parents[Int(slots[slot])] == folder, self.name(slots[slot]).elementsEqual(name) {
        return slots[slot]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let node = Int32(count)
    slots[slot] = node
    parents.append(folder)
    starts.append(Int32(bytes.count))
    lengths.append(UInt16(clamping: name.count))
    bytes += name.prefix(Int(UInt16.max))
    if count * 2 > slots.count { grow() }
    return node
  }

  /// Where a search begins. The hash is seeded, so that no archive can be made whose names all fall together.
  private func firstSlot(_ name: ArraySlice<UInt8>, _ folder: Int32) -> Int {
    var hasher = Hasher()
    hasher.combine(folder)
    name.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize() & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for node in 1..<Int32(count) {
      var slot = firstSlot(name(node), parents[Int(node)])
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = node
    }
  }
}

/// What is in each folder of a `PathTable`.
struct FolderLinks: Sendable {
  private let first: [Int32]
  private let next: [Int32]

  /// The links of a table as it is now.
  init(_ table: PathTable) {
    var first = [Int32](repeating: -1, count: table.count)
    var next = [Int32](repeating: -1, count: table.count)
    // From the last one back, so that each list is in the order of the numbers.
    for node in stride(from: table.count - 1, to: 0, by: -1) {
      let parent = Int(table.parents[node])
      next[node] = first[parent]
      first[parent] = Int32(node)
    }
    (self.first, self.next) = (first, next)
  }

  /// Does something with everything in a folder.
  func forEach(in folder: Int32, _ body: (Int32) -> Void) {
    var node = first[Int(folder)]
    while node >= 0 {
      body(node)
      node = next[Int(node)]
    }
  }
}
