/// One thing in a tar: what its header says.
package struct TarEntry: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    case file, directory, symbolicLink, characterDevice, blockDevice, pipe, socket, other
  }

  /// Its name with the folders that it is in, as it was written; any bytes.
  package var path: [UInt8]
  package var kind: Kind
  /// The nine bits of its rights and the three above them.
  package var mode: UInt32
  /// The bytes of its content.
  package var size: UInt64
  /// When it was changed last, in seconds since 1970.
  package var modified: Int
  /// The numbers of who has it.
  package var user: Int, group: Int
  /// Where a symbolic link points to, as it was written; nil for what is none.
  package var link: [UInt8]?
  /// The entry before it in the archive that it is another name of; nil for none.
  package var sameAs: [UInt8]?

  /// An entry as given.
  package init(
    path: [UInt8], kind: Kind, mode: UInt32 = 0o644, size: UInt64 = 0, modified: Int = 0, user: Int = 0,
    group: Int = 0, link: [UInt8]? = nil, sameAs: [UInt8]? = nil
  ) {
    self.path = path
    self.kind = kind
    self.mode = mode
    self.size = size
    self.modified = modified
    self.user = user
    self.group = group
    self.link = link
    self.sameAs = sameAs
  }
}

/// Why a tar cannot be read, written or unpacked, in a few words of libarchive or of the system.
package struct TarProblem: Error, Sendable, Hashable {
  /// What is wrong: "Truncated tar archive".
  package let message: String

  /// A problem in these words.
  package init(_ message: String) { self.message = message }
}
