import CLibArchive

extension TarWriter {
  /// Writes all entries of a tar again with everything that their headers say, in a folder: `a/b` becomes `folder/a/b`,
  /// and the root itself `folder`. A name that leads out of the archive ends it. `progress` gets the bytes of contents so
  /// far. Hands back how many entries there were.
  package func addAll(
    of reader: TarReader, in folder: String, progress: (UInt64) -> Void = { _ in }
  ) throws -> Int {
    var (count, bytes): (Int, UInt64) = (0, 0)
    while let header = try reader.nextHeader() {
      let entry = TarEntry(header)
      archive_entry_set_pathname(header, TarEntry.text(try Self.moved(entry.path, into: folder)))
      if let other = entry.sameAs {
        archive_entry_set_hardlink(header, TarEntry.text(try Self.moved(other, into: folder)))
      }
      // Holes become zeros: the engine makes none.
      archive_entry_sparse_clear(header)
      try write(header: header)
      count += 1
      guard entry.kind == .file, entry.sameAs == nil else { continue }
      while true {
        let piece = try reader.content()
        if piece.isEmpty { break }
        try write(content: piece)
        bytes += UInt64(piece.count)
        progress(bytes)
      }
    }
    return count
  }

  private static func moved(_ path: [UInt8], into folder: String) throws -> [UInt8] {
    let names = path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    if names.contains(where: { $0.elementsEqual("..".utf8) }) {
      throw TarProblem("\(String(decoding: path, as: UTF8.self)) leads out of it")
    }
    let end = path.last == UInt8(ascii: "/") || names.isEmpty ? [UInt8(ascii: "/")] : []
    return Array(folder.utf8) + names.flatMap { [UInt8(ascii: "/")] + $0 } + end
  }
}
