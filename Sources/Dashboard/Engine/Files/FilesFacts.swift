import EngineModel
import TerminalUI
import Troubles

/// A folder or a file in a container.
package struct FilePlace: Hashable, Sendable {
  package let container: ContainerID
  package let path: ContainerPath

  /// What has a path in a container.
  package init(container: ContainerID, path: ContainerPath) {
    self.container = container
    self.path = path
  }
}

/// Where the files of a row begin: of a container at its root, of a volume where a container has it.
struct FilesRoot: Sendable, Equatable {
  let container: ContainerID
  let path: ContainerPath
}

/// How the files of a row can be reached.
enum FilesAccess: Sendable, Equatable {
  /// They begin there.
  case root(FilesRoot)
  /// No container has the volume: one would have to be made, which is asked before.
  case carried(CarriedVolume)
  /// Not at all, and why.
  case refused(String)
}

/// What is in a folder, as far as it has come.
package struct FolderEntries: Sendable, Equatable {
  /// Folders first, then by name.
  package private(set) var entries: [FileEntry]
  /// Whether that is all of it.
  package var isComplete: Bool
  /// Why the rest was not read; nil where nothing is missing, and while it is still being read.
  package var shortfall: String?
  /// When it was read.
  package var time: Timestamp?

  /// A listing of entries in any order.
  package init(
    _ entries: [FileEntry], isComplete: Bool, shortfall: String? = nil, time: Timestamp? = nil
  ) {
    self.entries = entries.sorted(by: Self.isBefore)
    self.isComplete = isComplete
    self.shortfall = shortfall
    self.time = time
  }

  private static func isBefore(_ left: FileEntry, _ right: FileEntry) -> Bool {
    let (first, second) = (left.kind == .folder, right.kind == .folder)
    return first == second ? left.name.lexicographicallyPrecedes(right.name) : first
  }
}

/// What has come of reading something.
struct LoadedFiles<Content: Sendable & Equatable>: Sendable, Equatable {
  /// What was read last; stays while a newer reading fails.
  var content: Content?
  /// Why the newest reading failed; nil when it did not.
  var trouble: Trouble?

  mutating func keep(_ result: Result<Content, Trouble>) {
    switch result {
    case .success(let content): (self.content, trouble) = (content, nil)
    case .failure(let trouble): self.trouble = trouble
    }
  }
}

/// The files of an engine's containers that somebody has looked at lately.
struct FilesFacts: Sendable, Equatable {
  private(set) var folders: [FilePlace: LoadedFiles<FolderEntries>] = [:]
  private(set) var changes: [ContainerID: LoadedFiles<PathChanges>] = [:]
  /// The file that is looked at.
  private var file: (place: FilePlace, text: LoadedFiles<FileText>)?
  /// Why the container that a volume was to be looked at through could not be made; nil where nothing is wrong.
  private(set) var carrierTrouble: Trouble?
  /// Grows with everything that is read.
  private(set) var revision = 0

  /// How many folders are kept, and how many lists of changes: each can be long.
  private static let (mostFolders, mostChanges) = (32, 8)

  /// Keeps what a reading of a folder brought; the others go where there are many.
  mutating func keep(_ result: Result<FolderEntries, Trouble>, of place: FilePlace) {
    if folders[place] == nil, folders.count >= Self.mostFolders { folders = [:] }
    folders[place, default: LoadedFiles()].keep(result)
    revision += 1
  }

  /// Keeps what a container has changed.
  mutating func keep(_ result: Result<PathChanges, Trouble>, of id: ContainerID) {
    if changes[id] == nil, changes.count >= Self.mostChanges { changes = [:] }
    changes[id, default: LoadedFiles()].keep(result)
    revision += 1
  }

  /// Keeps why no container could be made to look at a volume through.
  mutating func keepCarrier(_ trouble: Trouble?) {
    carrierTrouble = trouble
    revision += 1
  }

  /// Keeps a file's text.
  mutating func keep(_ result: Result<FileText, Trouble>, of place: FilePlace) {
    var text = LoadedFiles<FileText>()
    text.keep(result)
    file = (place, text)
  }

  /// The text of a file as far as it has come; nil where nothing has.
  func text(of place: FilePlace) -> LoadedFiles<FileText>? { file?.place == place ? file?.text : nil }

  static func == (left: FilesFacts, right: FilesFacts) -> Bool {
    left.revision == right.revision && left.file?.place == right.file?.place
      && left.file?.text == right.file?.text
  }
}

/// What a container has done to the files of its image.
package struct PathChanges: Sendable, Equatable {
  /// The changes, in the order of their paths; folders of which only the contents have changed are left out.
  package let all: [PathChange]
  /// How many more there are.
  package let further: Int
  /// What was done to each path.
  let kinds: [ContainerPath: PathChange.Kind]
  /// What was deleted, by the folder that it was in.
  let deleted: [ContainerPath: [[UInt8]]]

  /// The most that are kept.
  private static let limit = 20_000

  /// The changes of an engine's list.
  package init(_ list: [PathChange]) {
    let kept = list.prefix(Self.limit)
    kinds = Dictionary(kept.map { ($0.path, $0.kind) }, uniquingKeysWith: { $1 })
    deleted = Dictionary(
      grouping: kept.filter { $0.kind == .deleted && $0.path.parent != nil }, by: { $0.path.parent ?? .root }
    ).mapValues { $0.compactMap(\.path.name) }
    let parents = Set(kept.compactMap(\.path.parent))
    all = kept.filter { $0.kind != .changed || !parents.contains($0.path) }
      .sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    further = list.count - kept.count
  }
}

/// What came of looking into a file.
package enum FileAnswer: Sendable {
  /// Its beginning, or why it cannot be read.
  case text(Result<FileText, Trouble>)
  /// It is a folder, or a link to one.
  case folder
}

/// The beginning of a file, as it is shown.
package struct FileText: Sendable, Equatable {
  /// How its bytes are shown.
  package enum Form: Sendable, Hashable { case text, hexadecimal }

  /// The place that the path led to at last: another one where it was a link.
  package let path: ContainerPath
  /// The lines, without their ends; of what is no text the rows of a dump.
  package let lines: [String]
  package let form: Form
  /// The bytes of the file.
  package let size: UInt64
  /// How many of them are shown.
  package let shown: UInt64

  /// The most bytes that are read of a file.
  package static let limit = 1 << 20
  /// How many of them are shown where they are no text.
  private static let dumped = 16_384

  /// The beginning of a file.
  package init(path: ContainerPath, bytes: [UInt8], size: UInt64) {
    self.path = path
    self.size = max(size, UInt64(bytes.count))
    if Self.isText(bytes) {
      form = .text
      shown = UInt64(bytes.count)
      var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map(Self.line)
      if lines.last == "" { lines.removeLast() }
      self.lines = lines
    } else {
      form = .hexadecimal
      let part = bytes.prefix(Self.dumped)
      shown = UInt64(part.count)
      lines = stride(from: 0, to: part.count, by: 16).map {
        Self.row(at: $0, part[$0..<min($0 + 16, part.count)])
      }
    }
  }

  /// A line without its end, its tabs filled up with blanks as a terminal does.
  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "\t")) else { return text }
    var columns = 0
    return text.reduce(into: "") { line, character in
      guard character == "\t" else {
        line.append(character)
        columns += TextWidth.columns(of: String(character))
        return
      }
      let blanks = 8 - columns % 8
      line += String(repeating: " ", count: blanks)
      columns += blanks
    }
  }

  /// Bytes are text where no zero is in their beginning, as git and grep judge.
  private static func isText(_ bytes: [UInt8]) -> Bool { !bytes.prefix(8_000).contains(0) }

  private static func row(at offset: Int, _ bytes: ArraySlice<UInt8>) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let hex = bytes.map { padded(String($0, radix: 16), 2) }.joined(separator: " ")
    let blanks = String(repeating: " ", count: 47 - hex.count)
    let text = String(bytes.map { (0x20...0x7E).contains($0) ? Character(Unicode.Scalar($0)) : "." })
    return "\(padded(String(offset, radix: 16), 8))  \(hex)\(blanks)  \(text)"
  }
}
