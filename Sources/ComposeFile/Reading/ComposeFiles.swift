/// How the library reaches files: it does so through these closures only, so that it can be used anywhere.
public struct ComposeFiles: Sendable {
  /// What came of reading a file.
  public enum Text: Sendable, Equatable {
    /// Its text.
    case text(String)
    /// There is no such file.
    case missing
    /// Its bytes, where they are no UTF-8: environment files may hold some of those, other files may not.
    case bytes([UInt8])
    /// It cannot be read, and why: `permission denied`, `is a directory`, `is larger than 4 MiB`.
    case refused(String)
  }

  /// What stands at a path.
  public enum Kind: Sendable, Equatable {
    case file
    case directory
    /// A socket, a device, a pipe.
    case other
  }

  /// Reads a file of at most so many bytes; the path is absolute, or `-` for the standard input.
  public var read: @Sendable (_ path: String, _ limit: Int) -> Text
  /// What stands at an absolute path, links followed; nil for nothing.
  public var kind: @Sendable (_ path: String) -> Kind?
  /// An absolute path with its symbolic links followed; the path itself where nothing stands there.
  public var resolved: @Sendable (_ path: String) -> String

  /// Files by closures of one's own.
  public init(
    read: @escaping @Sendable (_ path: String, _ limit: Int) -> Text,
    kind: @escaping @Sendable (_ path: String) -> Kind?,
    resolved: @escaping @Sendable (_ path: String) -> String = { $0 }
  ) {
    self.read = read
    self.kind = kind
    self.resolved = resolved
  }

  /// The same files, but for some that hold other texts, by absolute path.
  public func replacing(_ texts: [String: String]) -> ComposeFiles {
    ComposeFiles(
      read: { path, limit in
        guard let text = texts[path] else { return self.read(path, limit) }
        return text.utf8.count > limit ? .refused("is larger than \(limit) bytes") : .text(text)
      },
      kind: { texts[$0] != nil ? .file : self.kind($0) }, resolved: resolved)
  }

  /// Files that are kept in memory, by absolute path.
  public static func inMemory(_ texts: [String: String]) -> ComposeFiles {
    ComposeFiles(
      read: { path, limit in
        guard let text = texts[path] else {
          return texts.keys.contains { $0.hasPrefix(path + "/") } ? .refused("is a directory") : .missing
        }
        return text.utf8.count > limit ? .refused("is larger than \(limit) bytes") : .text(text)
      },
      kind: { path in
        texts[path] != nil ? .file : texts.keys.contains { $0.hasPrefix(path + "/") } ? .directory : nil
      })
  }
}
