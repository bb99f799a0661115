import CLibArchive
import Glibc

/// Writes files and folders of this machine as a tar (pax, where a plain header is not enough), piece by piece. Owners
/// become root, as who made them here means nothing there. For one thread, that may block.
package final class TarWriter {
  private let archive: OpaquePointer
  private let sink: Sink

  /// Takes what libarchive has written.
  private final class Sink {
    let take: ([UInt8]) -> Bool
    init(_ take: @escaping ([UInt8]) -> Bool) { self.take = take }
  }

  /// A writer that gives its bytes to `take`; false from it ends the work.
  package init(_ take: @escaping ([UInt8]) -> Bool) throws {
    sink = Sink(take)
    guard let archive = archive_write_new() else { throw TarProblem("not enough memory") }
    self.archive = archive
    archive_write_set_format_pax_restricted(archive)
    archive_write_set_bytes_in_last_block(archive, 1)
    let status = archive_write_open(
      archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
      { _, context, buffer, count in
        guard let context, let buffer else { return -1 }
        let bytes = Array(UnsafeRawBufferPointer(start: buffer, count: count))
        return Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue().take(bytes) ? count : -1
      }, nil)
    try check(status)
  }

  deinit {
    // What was not finished must not look as if it were.
    archive_write_fail(archive)
    archive_write_free(archive)
  }

  /// Adds a file, a folder with all that is in it, or a symbolic link, under another name. `progress` gets the bytes of
  /// contents so far.
  package func add(_ path: String, as name: String, progress: (UInt64) -> Void = { _ in }) throws {
    let disk = try TarWriter.walk(path)
    defer { archive_read_free(disk) }
    var bytes: UInt64 = 0
    while let entry = try Self.next(of: disk, path) {
      defer { archive_entry_free(entry) }
      let source = archive_entry_sourcepath(entry).map { String(cString: $0) } ?? path
      rename(entry, source, from: path, to: name)
      try check(archive_write_header(archive, entry))
      guard archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
      try copy(source, UInt64(max(0, archive_entry_size(entry)))) { count in
        bytes += UInt64(count)
        progress(bytes)
      }
    }
  }

  /// Adds an entry that is not on this machine, with its content.
  package func add(_ entry: TarEntry, content: [UInt8] = []) throws {
    guard let header = archive_entry_new() else { throw TarProblem("not enough memory") }
    defer { archive_entry_free(header) }
    archive_entry_set_pathname(header, TarEntry.text(entry.path))
    archive_entry_set_filetype(header, entry.kind.type)
    archive_entry_set_perm(header, entry.mode)
    archive_entry_set_mtime(header, entry.modified, 0)
    archive_entry_set_uid(header, Int64(entry.user))
    archive_entry_set_gid(header, Int64(entry.group))
    archive_entry_set_size(header, Int64(content.count))
    if let link = entry.link { archive_entry_set_symlink(header, TarEntry.text(link)) }
    try write(header: header)
    try write(content: content)
  }

  /// Writes a header as it is.
  func write(header: OpaquePointer) throws { try check(archive_write_header(archive, header)) }

  /// Writes further bytes of the content that the last header has announced.
  func write(content: [UInt8]) throws {
    let status = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    if status < 0 { try check(Int32(truncatingIfNeeded: status)) }
  }

  /// Writes the end of the archive.
  package func finish() throws { try check(archive_write_close(archive)) }

  /// The bytes in a file, or in all files of a folder.
  package static func bytes(in path: String) throws -> UInt64 {
    let disk = try walk(path)
    defer { archive_read_free(disk) }
    var sum: UInt64 = 0
    while let entry = try next(of: disk, path) {
      if archive_entry_filetype(entry) & 0o170000 == 0o100000 {
        sum += UInt64(max(0, archive_entry_size(entry)))
      }
      archive_entry_free(entry)
    }
    return sum
  }

  private func rename(_ entry: OpaquePointer, _ source: String, from path: String, to name: String) {
    let rest = source.utf8.dropFirst(path.utf8.count)
    archive_entry_set_pathname(entry, name + String(decoding: rest, as: UTF8.self))
    archive_entry_set_uid(entry, 0)
    archive_entry_set_gid(entry, 0)
    archive_entry_set_uname(entry, "")
    archive_entry_set_gname(entry, "")
    archive_entry_unset_atime(entry)
    archive_entry_unset_ctime(entry)
    archive_entry_xattr_clear(entry)
    archive_entry_acl_clear(entry)
  }

  /// Writes exactly as many bytes as the header promises, whatever becomes of the file meanwhile.
  private func copy(_ path: String, _ size: UInt64, _ written: (Int) -> Void) throws {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw TarProblem("\(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    var left = size
    var buffer = [UInt8](repeating: 0, count: 262_144)
    while left > 0 {
      let wanted = Int(min(left, UInt64(buffer.count)))
      let count = read(file, &buffer, wanted)
      guard count > 0 else { throw TarProblem("\(path): it became shorter while it was read") }
      let status = buffer.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, count) }
      if status < 0 { try check(Int32(truncatingIfNeeded: status)) }
      left -= UInt64(count)
      written(count)
    }
  }

  private static func walk(_ path: String) throws -> OpaquePointer {
    guard let disk = archive_read_disk_new() else { throw TarProblem("not enough memory") }
    archive_read_disk_set_symlink_physical(disk)
    archive_read_disk_set_behavior(
      disk, ARCHIVE_READDISK_NO_ACL | ARCHIVE_READDISK_NO_XATTR | ARCHIVE_READDISK_NO_FFLAGS)
    guard archive_read_disk_open(disk, path) >= ARCHIVE_WARN else {
      let text = archive_error_string(disk).map { String(cString: $0) } ?? "it cannot be read"
      archive_read_free(disk)
      throw TarProblem(text)
    }
    return disk
  }

  /// The next file of a walk; nil at its end. What the walk cannot look at ends it: nothing is left out unsaid.
  private static func next(of disk: OpaquePointer, _ path: String) throws -> OpaquePointer? {
    guard let entry = archive_entry_new() else { throw TarProblem("not enough memory") }
    let status = archive_read_next_header2(disk, entry)
    if status == ARCHIVE_OK {
      archive_read_disk_descend(disk)
      return entry
    }
    archive_entry_free(entry)
    if status == ARCHIVE_EOF { return nil }
    throw TarProblem(archive_error_string(disk).map { String(cString: $0) } ?? "\(path): it cannot be read")
  }

  private func check(_ status: Int32) throws {
    if status >= ARCHIVE_WARN { return }
    throw TarProblem(archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be written")
  }
}
