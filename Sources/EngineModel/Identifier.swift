/// A name or id that the engine gives to a thing: a type of its own, so that a volume's name cannot be taken for a
/// container's id. Written and read as a plain JSON string.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible,
  ExpressibleByStringLiteral
where RawValue == String {
  /// Takes the engine's text as it is.
  init(rawValue: String)
}

extension Identifier {
  /// Takes the engine's text as it is.
  public init(_ text: String) { self.init(rawValue: text) }

  /// A literal stands for the text itself.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The text itself.
  public var description: String { rawValue }

  /// Order of the texts by Unicode scalars.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The twelve hexadecimal digits that `docker ps` shows of a long id; a leading "sha256:" does not count.
private func shortened(_ id: String) -> String {
  var digits = id[...]
  if let colon = digits.firstIndex(of: ":") { digits = digits[digits.index(after: colon)...] }
  return String(digits.prefix(12))
}

/// A container's id: 64 hexadecimal digits.
public struct ContainerID: Identifier {
  /// The id as the engine wrote it.
  public let rawValue: String
  /// Takes the engine's text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The first twelve digits.
  public var short: String { shortened(rawValue) }
}

/// An image's id: "sha256:" and 64 hexadecimal digits.
public struct ImageID: Identifier {
  /// The id as the engine wrote it.
  public let rawValue: String
  /// Takes the engine's text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The first twelve digits, without "sha256:".
  public var short: String { shortened(rawValue) }
}

/// A network's id: 64 hexadecimal digits.
public struct NetworkID: Identifier {
  /// The id as the engine wrote it.
  public let rawValue: String
  /// Takes the engine's text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The first twelve digits.
  public var short: String { shortened(rawValue) }
}

/// A volume's name, which is its id as well. An anonymous volume has 64 hexadecimal digits for a name.
public struct VolumeName: Identifier {
  /// The name as the engine wrote it.
  public let rawValue: String
  /// Takes the engine's text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The first twelve digits of an anonymous volume's name, any other name whole.
  public var short: String { isAnonymous ? shortened(rawValue) : rawValue }
  /// Whether the engine made the name up: 64 hexadecimal digits.
  public var isAnonymous: Bool {
    rawValue.utf8.count == 64
      && rawValue.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

/// A Compose project's name.
public struct ProjectName: Identifier {
  /// The name as Compose wrote it into the labels.
  public let rawValue: String
  /// Takes the text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A Compose service's name, unique within its project only.
public struct ServiceName: Identifier {
  /// The name as Compose wrote it into the labels.
  public let rawValue: String
  /// Takes the text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
}
