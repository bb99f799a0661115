import ImageLayers
import TarArchive

/// Takes the archive of an image apart while it comes: documents are kept, of layers the headers, of contents nothing.
/// For one thread, that may block.
struct ImageArchiveReader {
  /// Why a reading that went well is not of the whole.
  enum Stop: Error { case bytes, time }

  private(set) var reading: ImageReading
  /// Told between any two entries how far it is: bytes of the archive, files. It may throw to end the reading.
  let progress: (UInt64, Int) throws -> Void

  /// How many bytes of a part tell what it is, at least: the mark of a tar is within.
  private static let start = 512

  init(budget: ImageReadingBudget = .standard, progress: @escaping (UInt64, Int) throws -> Void) {
    reading = ImageReading(budget: budget)
    self.progress = progress
  }

  /// Reads a whole archive.
  mutating func read(_ archive: TarReader) throws {
    while let entry = try archive.next() {
      try progress(archive.position, reading.entryCount)
      let name = String(decoding: entry.path, as: UTF8.self)
      if let same = entry.sameAs {
        reading.add(name, sameAs: String(decoding: same, as: UTF8.self), fromRoot: true)
      } else if let link = entry.link {
        reading.add(name, sameAs: String(decoding: link, as: UTF8.self))
      } else if entry.kind == .file {
        try readPart(name, entry.size, of: archive)
      }
    }
  }

  /// A part of the archive: a layer or a document, as its first bytes say; else nothing of use.
  private mutating func readPart(_ name: String, _ size: UInt64, of archive: TarReader) throws {
    let base = name.split(separator: "/").last ?? ""
    // Docker's form has two small files beside each layer that say nothing of it.
    if base == "VERSION" || base == "json" || base == "repositories" || base == "oci-layout" { return }
    var start: [UInt8] = []
    while start.count < Self.start {
      let piece = try archive.content()
      if piece.isEmpty { break }
      start += piece
    }
    if Self.isDocument(start) {
      try readDocument(name, size, start, of: archive)
    } else if Self.isLayer(start) || base.hasSuffix(".tar") {
      try readLayer(name, start, of: archive)
    }
  }

  /// Whether bytes begin a tar: plain, compressed, or without an entry.
  private static func isLayer(_ start: [UInt8]) -> Bool {
    start.starts(with: [0x1F, 0x8B]) || start.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      || start.dropFirst(257).starts(with: "ustar".utf8)
      || (start.count >= 512 && !start.contains { $0 != 0 })
  }

  private static func isDocument(_ start: [UInt8]) -> Bool {
    guard let first = start.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return false }
    return (first == UInt8(ascii: "{") || first == UInt8(ascii: "["))
      && !start.dropFirst(257).starts(with: "ustar".utf8)
  }

  private mutating func readDocument(
    _ name: String, _ size: UInt64, _ start: [UInt8], of archive: TarReader
  ) throws {
    guard reading.hasRoom(forDocument: size) else { return }
    var bytes = start
    while true {
      let piece = try archive.content()
      if piece.isEmpty { break }
      bytes += piece
    }
    reading.add(document: bytes, as: name)
  }

  /// A layer: what is wrong within is said of it, what is wrong with the archive ends the reading.
  private mutating func readLayer(_ name: String, _ start: [UInt8], of archive: TarReader) throws {
    var next: [UInt8]? = start
    var failure: (any Error)?
    reading.beginLayer(name)
    do {
      let layer = try TarReader {
        if let first = next {
          next = nil
          return first
        }
        do {
          let piece = try archive.content(262_144)
          return piece.isEmpty ? nil : piece
        } catch {
          failure = error
          throw error
        }
      }
      while let entry = try layer.next() {
        reading.add(LayerFile(entry))
        do { try progress(archive.position, reading.entryCount) } catch {
          failure = error
          throw error
        }
      }
      reading.endLayer()
    } catch let problem as TarProblem where failure == nil {
      reading.endLayer(unreadable: problem.message)
    }
  }
}

extension LayerFile {
  init(_ entry: TarEntry) {
    self.init(
      path: entry.path, kind: .init(entry.kind), permissions: entry.mode, size: entry.size, link: entry.link,
      sameAs: entry.sameAs)
  }
}
