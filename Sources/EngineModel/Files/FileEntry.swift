/// Something in a folder of a container.
public struct FileEntry: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    case file, folder, link, characterDevice, blockDevice, pipe, socket, other

    /// The kind that the type bits of a mode stand for (stat.h).
    public init(mode: UInt32) {
      switch mode & 0o170000 {
      case 0o100000: self = .file
      case 0o040000: self = .folder
      case 0o120000: self = .link
      case 0o020000: self = .characterDevice
      case 0o060000: self = .blockDevice
      case 0o010000: self = .pipe
      case 0o140000: self = .socket
      default: self = .other
      }
    }
  }

  /// Its name in its folder: any bytes but "/" and 0.
  public var name: [UInt8]
  /// What it is.
  public var kind: Kind
  /// Its rights: nine bits, and the three above them.
  public var permissions: UInt32
  /// The bytes of its content; of a folder whatever the engine says.
  public var size: UInt64
  /// When it was changed last.
  public var modified: Timestamp?
  /// The numbers of its owner and of its group.
  public var user: Int, group: Int
  /// Where a link points to, as it was written; nil for what is none, and where nobody said.
  public var link: [UInt8]?

  /// An entry as given.
  public init(
    name: [UInt8], kind: Kind, permissions: UInt32 = 0o644, size: UInt64 = 0, modified: Timestamp? = nil,
    user: Int = 0, group: Int = 0, link: [UInt8]? = nil
  ) {
    self.name = name
    self.kind = kind
    self.permissions = permissions
    self.size = size
    self.modified = modified
    self.user = user
    self.group = group
    self.link = link
  }

  /// The name as text; bytes that are none are shown as U+FFFD.
  public var title: String { String(decoding: name, as: UTF8.self) }

  /// Kind and rights as `ls -l` writes them: "drwxr-xr-x".
  public var modeText: String {
    let first =
      switch kind {
      case .file, .other: "-"
      case .folder: "d"
      case .link: "l"
      case .characterDevice: "c"
      case .blockDevice: "b"
      case .pipe: "p"
      case .socket: "s"
      }
    var text = first
    for shift in [6, 3, 0] {
      let bits = permissions >> UInt32(shift)
      text += bits & 4 == 0 ? "-" : "r"
      text += bits & 2 == 0 ? "-" : "w"
      let isSpecial = permissions >> UInt32(9 + shift / 3) & 1 == 1
      let letters = shift == 0 ? ("t", "T") : ("s", "S")
      text += isSpecial ? (bits & 1 == 0 ? letters.1 : letters.0) : (bits & 1 == 0 ? "-" : "x")
    }
    return text
  }
}
