import CLibArchive

/// Reads a tar from bytes as they come, one entry after the other: ustar, pax and GNU, plain or compressed with bzip2,
/// gzip, xz or zstd. For one thread, that may block.
package final class TarReader {
  private let archive: OpaquePointer
  private let source: Source

  /// Gives libarchive its bytes: it asks, and what it was given last has to stay where it is until it asks again.
  private final class Source {
    let next: () throws -> [UInt8]?
    var failure: (any Error)?
    /// Whether it has ended without a byte.
    private(set) var isEmpty = false
    private var gave = false
    private var piece: UnsafeMutableBufferPointer<UInt8> = .init(start: nil, count: 0)

    init(_ next: @escaping () throws -> [UInt8]?) { self.next = next }

    deinit { piece.deallocate() }

    /// The next bytes; 0 at the end, -1 where they cannot be had.
    func read(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
      do {
        var bytes: [UInt8]? = try next()
        while let some = bytes, some.isEmpty { bytes = try next() }
        guard let bytes else {
          isEmpty = !gave
          return 0
        }
        gave = true
        piece.deallocate()
        piece = .allocate(capacity: bytes.count)
        _ = piece.initialize(from: bytes)
        buffer?.pointee = UnsafeRawPointer(piece.baseAddress)
        return bytes.count
      } catch {
        failure = error
        return -1
      }
    }
  }

  /// A reader of what `next` gives, piece by piece; nil is the end.
  package init(_ next: @escaping () throws -> [UInt8]?) throws {
    source = Source(next)
    guard let archive = archive_read_new() else { throw TarProblem("not enough memory") }
    self.archive = archive
    archive_read_support_format_tar(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
    let context = Unmanaged.passUnretained(source).toOpaque()
    let status = archive_read_open(
      archive, context, nil,
      { _, context, buffer in
        guard let context else { return -1 }
        return Unmanaged<Source>.fromOpaque(context).takeUnretainedValue().read(buffer)
      }, nil)
    // A stream that ends before its first byte is an archive without entries.
    if !source.isEmpty { try check(status) }
  }

  deinit { archive_read_free(archive) }

  /// The next entry, its content not read yet; nil at the end.
  package func next() throws -> TarEntry? { try nextHeader().map { TarEntry($0) } }

  /// The header of the next entry, as libarchive keeps it until the one after it is asked for; nil at the end.
  func nextHeader() throws -> OpaquePointer? {
    if source.isEmpty { return nil }
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    try check(status)
    return entry
  }

  /// The next bytes of the content of the entry, at most `limit`; empty at its end.
  package func content(_ limit: Int = 65_536) throws -> [UInt8] {
    var status = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      status = archive_read_data(archive, buffer.baseAddress, buffer.count)
      count = max(0, status)
    }
    if status < 0 { try check(Int32(truncatingIfNeeded: status)) }
    return bytes
  }

  /// The bytes that were read of the archive so far, as they came.
  package var position: UInt64 { UInt64(max(0, archive_filter_bytes(archive, -1))) }

  /// Where libarchive and a writer to disk of its own meet.
  var handle: OpaquePointer { archive }

  /// Throws what went wrong; a warning is none.
  private func check(_ status: Int32) throws {
    if status >= ARCHIVE_WARN { return }
    if let failure = source.failure { throw failure }
    throw TarProblem(archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be read")
  }
}

extension TarEntry {
  init(_ entry: OpaquePointer) {
    let link = Self.bytes(archive_entry_symlink(entry)) ?? Self.bytes(archive_entry_symlink_utf8(entry))
    let sameAs = Self.bytes(archive_entry_hardlink(entry)) ?? Self.bytes(archive_entry_hardlink_utf8(entry))
    self.init(
      path: Self.bytes(archive_entry_pathname(entry)) ?? Self.bytes(archive_entry_pathname_utf8(entry)) ?? [],
      // The header of a further name says nothing of the kind: only files have further names.
      kind: sameAs == nil ? Kind(type: archive_entry_filetype(entry)) : .file,
      mode: UInt32(archive_entry_perm(entry)),
      size: UInt64(max(0, archive_entry_size(entry))), modified: Int(archive_entry_mtime(entry)),
      user: Int(archive_entry_uid(entry)), group: Int(archive_entry_gid(entry)), link: link, sameAs: sameAs)
  }

  /// Bytes as a C string.
  static func text(_ bytes: [UInt8]) -> [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
    guard let text else { return nil }
    return Array(UnsafeRawBufferPointer(start: text, count: length(text)))
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var end = text
    while end.pointee != 0 { end += 1 }
    return end - text
  }
}

extension TarEntry.Kind {
  /// The kind that the type bits of a mode stand for (stat.h).
  package init(type: UInt32) {
    switch type & 0o170000 {
    case 0o100000: self = .file
    case 0o040000: self = .directory
    case 0o120000: self = .symbolicLink
    case 0o020000: self = .characterDevice
    case 0o060000: self = .blockDevice
    case 0o010000: self = .pipe
    case 0o140000: self = .socket
    default: self = .other
    }
  }

  /// The type bits of a mode (stat.h).
  var type: UInt32 {
    switch self {
    case .file, .other: 0o100000
    case .directory: 0o040000
    case .symbolicLink: 0o120000
    case .characterDevice: 0o020000
    case .blockDevice: 0o060000
    case .pipe: 0o010000
    case .socket: 0o140000
    }
  }
}
