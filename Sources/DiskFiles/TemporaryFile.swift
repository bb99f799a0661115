import Glibc

/// The name of a file that is to take another one's place: hidden, beside it, with the number of its process, so that
/// what a killed process left behind can be told.
struct TemporaryFile {
  let path: String

  init(beside path: String) {
    self.path = Self.prefix(path) + "\(getpid())-" + String(UInt32.random(in: 0...UInt32.max), radix: 16)
  }

  /// Removes what processes that are gone have left beside a file.
  static func removeLeftovers(beside path: String) {
    let (folder, mark) = FilePaths.split(prefix(path))
    for name in FilePaths.names(in: folder) where name.hasPrefix(mark) {
      guard let process = pid_t(name.dropFirst(mark.count).prefix { $0 != "-" }), process > 0,
        !RunningProcess(process).isAlive
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  private static func prefix(_ path: String) -> String {
    let (folder, name) = FilePaths.split(path)
    // A name has at most 255 bytes: a long one is cut.
    var short = name
    while short.utf8.count > 200 { short.removeLast() }
    return (folder == "/" ? "/." : folder + "/.") + short + ".davit-"
  }
}
