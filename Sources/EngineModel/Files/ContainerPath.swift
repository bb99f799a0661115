/// The absolute path of something in a container, "/" between its parts. Names are bytes: they need not be text.
public struct ContainerPath: Hashable, Sendable {
  /// The names from the root on; none for the root itself. None of them is empty, "." or "..".
  public let names: [[UInt8]]

  /// The root.
  public static let root = ContainerPath(names: [])

  private init(names: [[UInt8]]) { self.names = names }

  /// A path from bytes with "/" between names; "." goes, and ".." goes up, but not beyond the root.
  public init(_ bytes: some Collection<UInt8>) {
    var names: [[UInt8]] = []
    for part in bytes.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        _ = names.popLast()
      } else {
        names.append(Array(part))
      }
    }
    self.names = names
  }

  /// A path from a text.
  public init(_ text: String) { self.init(text.utf8) }

  /// The bytes of the path, "/" first.
  public var bytes: [UInt8] {
    names.isEmpty ? [UInt8(ascii: "/")] : names.flatMap { [UInt8(ascii: "/")] + $0 }
  }

  /// The path as text; bytes that are none are shown as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last of its names; nil for the root.
  public var name: [UInt8]? { names.last }

  /// The folder that it is in; nil for the root.
  public var parent: ContainerPath? { names.isEmpty ? nil : ContainerPath(names: names.dropLast()) }

  /// What has a name in this folder.
  public func appending(_ name: [UInt8]) -> ContainerPath { ContainerPath(names: names + [name]) }

  /// Whether it is this folder, or in it.
  public func isWithin(_ folder: ContainerPath) -> Bool { names.starts(with: folder.names) }

  /// Where a symbolic link in this folder leads to.
  public func following(_ link: [UInt8]) -> ContainerPath {
    link.first == UInt8(ascii: "/") ? ContainerPath(link) : ContainerPath(bytes + [UInt8(ascii: "/")] + link)
  }
}
