import CFileAttributes
import Glibc

/// The extended attributes of an open file: what users put there, access control lists, labels (xattr(7)).
struct ExtendedAttributes {
  private(set) var values: [String: [UInt8]] = [:]

  /// Reads them; none where the disk knows none.
  init(of descriptor: Int32) {
    for name in Self.names(of: descriptor) {
      values[name] = Self.value(name, of: descriptor)
    }
  }

  /// Gives them to another file, and takes from it what it has beside them: a new file may have got an access control
  /// list from its folder. Ends with the name of the first one that cannot be kept; nil where all are.
  func apply(to descriptor: Int32) -> String? {
    let own = ExtendedAttributes(of: descriptor).values
    for (name, value) in values.sorted(by: { $0.key < $1.key })
    where own[name] != value && !Self.isOfContent(name) {
      let result = value.withUnsafeBytes { fsetxattr(descriptor, name, $0.baseAddress, $0.count, 0) }
      if result != 0 { return name }
    }
    // The kernel and its security modules know what label a new file is to have.
    for name in own.keys.sorted() where values[name] == nil && !name.hasPrefix("security.") {
      if fremovexattr(descriptor, name) != 0 { return name }
    }
    return nil
  }

  /// Whether an attribute says something of the bytes in the file, as signatures do: the kernel drops or renews it when
  /// they change.
  private static func isOfContent(_ name: String) -> Bool {
    ["security.ima", "security.evm", "security.capability"].contains(name)
  }

  private static func names(of descriptor: Int32) -> [String] {
    let bytes = filled { flistxattr(descriptor, $0, $1) }
    return bytes.split(separator: 0).map {
      String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  private static func value(_ name: String, of descriptor: Int32) -> [UInt8] {
    filled { fgetxattr(descriptor, name, $0, $1) }.map { UInt8(bitPattern: $0) }
  }

  /// What a call that fills a buffer has to say: it is asked for the size first, and again where that has grown.
  private static func filled(_ call: (UnsafeMutablePointer<CChar>?, Int) -> Int) -> [CChar] {
    for _ in 0..<8 {
      let size = call(nil, 0)
      guard size > 0 else { return [] }
      var buffer = [CChar](repeating: 0, count: size)
      let count = buffer.withUnsafeMutableBufferPointer { call($0.baseAddress, $0.count) }
      if count >= 0 { return Array(buffer.prefix(count)) }
      guard errno == ERANGE else { return [] }
    }
    return []
  }
}
