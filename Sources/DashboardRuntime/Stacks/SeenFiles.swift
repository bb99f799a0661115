import ComposeFile
import DiskFiles
import Synchronization

/// Which files a reading has looked at, also those that are not there, so that it can be told cheaply whether another
/// reading would say the same.
final class SeenFiles: Sendable {
  private enum Sight: Hashable {
    /// A file that was read, or would have been; nil where there is none.
    case text(FileStamp?)
    /// What stands at a path; what is in it does not matter.
    case kind(ComposeFiles.Kind?)
  }

  private struct Contents {
    var sights: [String: Sight] = [:]
    var texts: [(path: String, text: String)] = []
  }

  private let contents = Mutex(Contents())

  /// The files of a reading: those of the disk, with a note of each.
  var files: ComposeFiles {
    ComposeFiles(
      read: { path, limit in
        // What is in it is read after its stamp: a change in between is found as one.
        let stamp = FileStamp(at: path)
        let text = ComposeFiles.disk.read(path, limit)
        self.contents.withLock { contents in
          if case .text(let text) = text, !contents.texts.contains(where: { $0.path == path }) {
            contents.texts.append((path, text))
          }
          contents.sights[path] = .text(stamp)
        }
        return text
      },
      kind: { path in
        let kind = ComposeFiles.disk.kind(path)
        self.contents.withLock { if $0.sights[path] == nil { $0.sights[path] = .kind(kind) } }
        return kind
      },
      resolved: ComposeFiles.disk.resolved)
  }

  /// Whether all is as it was seen.
  var isCurrent: Bool {
    contents.withLock { $0.sights }.allSatisfy { path, sight in
      switch sight {
      case .text(let stamp): FileStamp(at: path) == stamp
      case .kind(let kind): ComposeFiles.disk.kind(path) == kind
      }
    }
  }

  /// The texts that were read, in order.
  var texts: [(path: String, text: String)] { contents.withLock { $0.texts } }

  /// The folders in which something may appear, change or go that matters.
  var folders: Set<String> {
    Set(
      contents.withLock { $0.sights.keys.map { $0 } }.compactMap { path in
        guard let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
      })
  }
}
