import EngineModel

/// A file, folder or link as the archive of a layer names it.
package struct LayerFile: Sendable, Hashable {
  /// Its name with the folders that it is in, as it was written; any bytes.
  package var path: [UInt8]
  package var kind: FileEntry.Kind
  /// The nine bits of its rights and the three above them.
  package var permissions: UInt32
  /// The bytes of its content.
  package var size: UInt64
  /// Where a symbolic link points to; nil for what is none.
  package var link: [UInt8]?
  /// The file that it is another name of, as it was written; nil for none.
  package var sameAs: [UInt8]?

  /// A file as given.
  package init(
    path: [UInt8], kind: FileEntry.Kind = .file, permissions: UInt32 = 0o644, size: UInt64 = 0,
    link: [UInt8]? = nil, sameAs: [UInt8]? = nil
  ) {
    self.path = path
    self.kind = kind
    self.permissions = permissions
    self.size = size
    self.link = link
    self.sameAs = sameAs
  }
}

/// What a name in the archive of a layer means: layers say what they remove with names of a form of their own (OCI image
/// specification, layer.md).
enum LayerName: Equatable {
  /// Something is there.
  case present([ArraySlice<UInt8>])
  /// What is there in the layers below is removed.
  case removed([ArraySlice<UInt8>])
  /// All that the layers below have in the folder is removed.
  case opaque([ArraySlice<UInt8>])
  /// The root itself, or a note of an old storage driver: nothing.
  case nothing
  /// It leads out of the image, or is longer or deeper than any file system takes.
  case impossible

  /// The longest path that is taken (`PATH_MAX`), the longest name (`NAME_MAX`), and the most folders below each other.
  private static let (mostBytes, mostNameBytes, mostDepth) = (4_096, 255, 255)

  private static let (mark, doubleMark, opaqueMark) = (
    Array(".wh.".utf8), Array(".wh..wh.".utf8), Array(".wh..wh..opq".utf8)
  )

  /// Takes a name apart.
  init(_ path: [UInt8]) {
    guard path.count <= Self.mostBytes else {
      self = .impossible
      return
    }
    let parts = path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    guard let last = parts.last else {
      self = .nothing
      return
    }
    let isWithin = parts.allSatisfy {
      !$0.elementsEqual("..".utf8) && $0.count <= Self.mostNameBytes && !$0.contains(0)
    }
    guard isWithin, parts.count <= Self.mostDepth else {
      self = .impossible
      return
    }
    if last.elementsEqual(Self.opaqueMark) {
      self = .opaque(Array(parts.dropLast()))
    } else if last.starts(with: Self.doubleMark) {
      self = .nothing
    } else if last.starts(with: Self.mark) {
      let name = last.dropFirst(Self.mark.count)
      let isName = !name.isEmpty && !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8)
      self = isName ? .removed(parts.dropLast() + [name]) : .impossible
    } else {
      self = .present(parts)
    }
  }
}
