import EngineModel

/// How much of an image is kept while it is read.
package struct ImageReadingBudget: Sendable, Hashable {
  /// The most files, folders and removals, all layers together.
  package var entries = 300_000
  /// The most folders and files of different paths.
  package var paths = 500_000
  /// The most bytes of names, and of what links point to.
  package var names = 48 << 20
  /// The most bytes of one document, and of all of them.
  package var document = 4 << 20, documents = 16 << 20
  /// The most layers.
  package var layers = 1_000

  /// What davit keeps: some tens of megabytes at the most.
  package static let standard = ImageReadingBudget()

  /// The budget of davit, to be changed.
  package init() {}
}

/// What one layer does to one path.
struct LayerEntry: Sendable {
  enum Deed: Sendable, Equatable {
    case has(FileEntry.Kind)
    case removes
    case empties
  }

  let node: Int32
  let deed: Deed
  let permissions: UInt16
  let size: UInt64
  /// The path of the file that it is another name of; -1 for none.
  var sameAs: Int32 = -1
  /// The number of what a symbolic link points to; -1 for none.
  var link: Int32 = -1
}

/// The archive of an image while it is read, part by part in any order: what its layers have is kept until the document
/// that names them in their order has come.
package struct ImageReading: Sendable {
  let budget: ImageReadingBudget
  private(set) var paths = PathTable()
  private(set) var links: [[UInt8]] = []
  /// The entries of each layer by the name of its part of the archive.
  private(set) var layers: [String: [LayerEntry]] = [:]
  /// The parts that cannot be read, and why.
  private(set) var unreadable: [String: String] = [:]
  /// The parts that stand for other ones.
  private(set) var aliases: [String: String] = [:]
  /// The documents by their names.
  private(set) var documents: [String: [UInt8]] = [:]
  private var documentBytes = 0
  private var linkBytes = 0
  /// The part that is read now.
  private var current = ""
  private var entries: [LayerEntry] = []

  /// How many files, folders and removals there are.
  package private(set) var entryCount = 0
  /// How many were left out because there are too many.
  package private(set) var leftOut = 0
  /// How many names lead out of the image, or are impossible otherwise.
  package private(set) var impossible = 0

  /// Nothing read yet.
  package init(budget: ImageReadingBudget = .standard) { self.budget = budget }

  /// Whether more files than these cannot be kept.
  private var isFull: Bool {
    entryCount >= budget.entries || paths.count >= budget.paths
      || paths.bytes.count + linkBytes >= budget.names
  }

  /// What is added from now on is of this part of the archive.
  package mutating func beginLayer(_ name: String) {
    current = Self.key(name)
    entries = []
  }

  /// All of the layer is read, or what is left of it cannot be.
  package mutating func endLayer(unreadable reason: String? = nil) {
    if let reason { unreadable[current] = reason }
    if layers.count < budget.layers * 2 { layers[current] = entries }
    entries = []
  }

  /// What was begun is no layer.
  package mutating func dropLayer() { entries = [] }

  /// Takes in a file of the layer that is read.
  package mutating func add(_ file: LayerFile) {
    let (parts, deed): ([ArraySlice<UInt8>], LayerEntry.Deed)
    switch LayerName(file.path) {
    case .nothing: return
    case .impossible:
      impossible += 1
      return
    case .present(let names): (parts, deed) = (names, .has(file.kind))
    case .removed(let names): (parts, deed) = (names, .removes)
    case .opaque(let names): (parts, deed) = (names, .empties)
    }
    guard !isFull else {
      leftOut += 1
      return
    }
    var entry = LayerEntry(
      node: node(parts), deed: deed, permissions: UInt16(truncatingIfNeeded: file.permissions & 0o7777),
      size: deed == .has(.file) && file.sameAs == nil ? file.size : 0)
    if let link = file.link, deed == .has(.link) { entry.link = keep(link) }
    if let same = file.sameAs, case .present(let names) = LayerName(same) { entry.sameAs = node(names) }
    entries.append(entry)
    entryCount += 1
  }

  /// A part of the archive is another one, as a link has it; `target` is meant from the folder of the part.
  package mutating func add(_ name: String, sameAs target: String, fromRoot: Bool = false) {
    guard aliases.count < budget.layers * 2 else { return }
    let folder = name.split(separator: "/").dropLast().joined(separator: "/")
    aliases[Self.key(name)] = Self.key(fromRoot || target.hasPrefix("/") ? target : "\(folder)/\(target)")
  }

  /// Whether there is room for a document of this size.
  package func hasRoom(forDocument size: UInt64) -> Bool {
    size <= UInt64(budget.document) && documentBytes + Int(size) <= budget.documents
  }

  /// Takes in a document.
  package mutating func add(document bytes: [UInt8], as name: String) {
    guard hasRoom(forDocument: UInt64(bytes.count)) else { return }
    documentBytes += bytes.count
    documents[Self.key(name)] = bytes
  }

  /// A name within the archive, without what means nothing: "a/b" of "./a//x/../b".
  static func key(_ name: String) -> String { String(ContainerPath(name).text.dropFirst()) }

  private mutating func node(_ parts: [ArraySlice<UInt8>]) -> Int32 {
    parts.reduce(PathTable.root) { paths.node($1, in: $0) }
  }

  private mutating func keep(_ link: [UInt8]) -> Int32 {
    linkBytes += min(link.count, 4_096) + 32
    links.append(Array(link.prefix(4_096)))
    return Int32(links.count - 1)
  }
}
