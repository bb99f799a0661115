import CLibArchive
import Glibc

/// Unpacks a tar into a folder, and nowhere else: a name that leads out of it, and a way through a symbolic link that the
/// archive has brought, end it. Owners are not taken over, devices and pipes are left out.
package final class TarExtraction {
  /// What has become of an archive.
  package struct Summary: Sendable, Hashable {
    /// Files, folders and links that were made.
    package var entries = 0
    /// The bytes of their contents.
    package var bytes: UInt64 = 0
    /// The names of devices, pipes and sockets, which were left out; the first ones.
    package var leftOut: [[UInt8]] = []
    /// How many were left out.
    package var leftOutCount = 0
  }

  private let disk: OpaquePointer
  /// The folder, without symbolic links in its way.
  private let folder: [UInt8]
  /// What the first part of every name becomes; nil keeps it.
  private let name: [UInt8]?
  private var summary = Summary()

  /// Unpacks into a folder that is there; the first part of every name becomes `name`.
  package init(into folder: String, as name: String?) throws {
    guard let real = realpath(folder, nil) else { throw TarProblem(String(cString: strerror(errno))) }
    defer { free(real) }
    guard let disk = archive_write_disk_new() else { throw TarProblem("not enough memory") }
    self.disk = disk
    self.folder = Array(String(cString: real).utf8)
    self.name = name.map { Array($0.utf8) }
    archive_write_disk_set_options(
      disk,
      ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_SECURE_SYMLINKS | ARCHIVE_EXTRACT_SECURE_NODOTDOT
        | ARCHIVE_EXTRACT_NO_OVERWRITE)
  }

  deinit { archive_write_free(disk) }

  /// Unpacks all that a reader has. `progress` gets the bytes of contents so far; false from it ends the work.
  package func unpack(_ reader: TarReader, progress: (UInt64) -> Bool) throws -> Summary {
    while let entry = try reader.next() {
      guard entry.kind.isUnpacked else {
        summary.leftOutCount += 1
        if summary.leftOut.count < 5 { summary.leftOut.append(entry.path) }
        continue
      }
      try write(entry)
      summary.entries += 1
      if entry.kind == .file, entry.sameAs == nil { try copyContent(of: reader, progress) }
      try check(archive_write_finish_entry(disk))
    }
    // What is done last: the times and rights of folders.
    try check(archive_write_close(disk))
    return summary
  }

  private func write(_ entry: TarEntry) throws {
    guard let header = archive_entry_new() else { throw TarProblem("not enough memory") }
    defer { archive_entry_free(header) }
    archive_entry_set_pathname(header, try place(of: entry.path))
    archive_entry_set_filetype(header, entry.kind.type)
    archive_entry_set_perm(header, entry.mode & 0o777)
    archive_entry_set_mtime(header, entry.modified, 0)
    if entry.kind == .file { archive_entry_set_size(header, Int64(clamping: entry.size)) }
    if let link = entry.link { archive_entry_set_symlink(header, TarEntry.text(link)) }
    if let same = entry.sameAs { archive_entry_set_hardlink(header, try place(of: same)) }
    try check(archive_write_header(disk, header))
  }

  private func copyContent(of reader: TarReader, _ progress: (UInt64) -> Bool) throws {
    while true {
      let bytes = try reader.content()
      if bytes.isEmpty { return }
      let written = bytes.withUnsafeBytes { archive_write_data(disk, $0.baseAddress, $0.count) }
      if written < 0 { try check(Int32(truncatingIfNeeded: written)) }
      summary.bytes += UInt64(bytes.count)
      if !progress(summary.bytes) { throw CancellationError() }
    }
  }

  /// Where an entry goes, as a C string; throws where that is not within the folder.
  private func place(of path: [UInt8]) throws -> [CChar] {
    var parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
      .filter { !$0.elementsEqual(".".utf8) }
    if path.first == UInt8(ascii: "/") || parts.contains(where: { $0.elementsEqual("..".utf8) }) {
      throw TarProblem("it has a name that leads out of the folder: \(String(decoding: path, as: UTF8.self))")
    }
    if let name, !parts.isEmpty { parts[0] = name[...] }
    return TarEntry.text(folder + parts.flatMap { [UInt8(ascii: "/")] + $0 })
  }

  private func check(_ status: Int32) throws {
    if status >= ARCHIVE_WARN { return }
    throw TarProblem(archive_error_string(disk).map { String(cString: $0) } ?? "it cannot be unpacked")
  }
}

extension TarEntry.Kind {
  /// Whether it is made on disk: the others are no use outside the machine that they are of.
  fileprivate var isUnpacked: Bool {
    switch self {
    case .file, .directory, .symbolicLink: true
    case .characterDevice, .blockDevice, .pipe, .socket, .other: false
    }
  }
}
