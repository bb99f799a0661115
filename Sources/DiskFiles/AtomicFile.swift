import ComposeFile
import Glibc
import Troubles

/// Writes a file so that at no time it is missing or half written: a new file beside it takes its place.
package struct AtomicFile: Sendable {
  /// The file that is written: where the path is a symbolic link, what it points to.
  package let path: String
  /// Called before each step with its name; what it throws ends the writing as if the step had failed.
  var before: @Sendable (Step) throws(Trouble) -> Void = { _ in }

  /// What happens one after the other. After a kill at any of them the file holds the old text or the new one.
  enum Step: String, Sendable, Codable, CaseIterable {
    case create, fill, fillMore, sync, compare, rename, syncFolder
  }

  /// The file at a path, links followed. It need not be there yet.
  package init(_ path: String) { self.path = FilePaths.resolved(path) }

  /// The file at a path itself: a link there is not followed, and not written.
  init(itself path: String) { self.path = path }

  /// Puts a text in the place of whatever the file holds; it must be there. Mode, owner,
  /// extended attributes, access control lists and labels stay.
  ///
  /// Throws one line where that fails, the file untouched.
  package func write(_ text: String) throws(Trouble) {
    do throws(FileWriteProblem) {
      try replace(with: text) { () throws(FileWriteProblem) in }
    } catch {
      throw error.problem(at: path)
    }
  }

  /// Puts a text in the place of the one that was read as `expected`; where that is nil no file must be there and one is
  /// made, with `mode` as far as the process's mask allows, and its folder where `makesFolder` asks for it.
  ///
  /// The file is compared right before the new text takes its place. Throws `conflict` where it is no longer what was
  /// read, and `failed` where something else is in the way; the file is untouched then.
  ///
  /// It is not inlined: the optimiser of Swift 6.3 breaks off when it puts the closures of this into a caller.
  @inline(never)
  package func write(
    _ text: String, expecting expected: FileRevision?, mode: UInt32 = 0o644, makesFolder: Bool = false
  ) throws(FileWriteProblem) {
    guard let expected else { return try create(with: text, mode: mode, makesFolder: makesFolder) }
    try compare(with: expected)
    try replace(with: text) { () throws(FileWriteProblem) in try compare(with: expected) }
  }
}

// MARK: Steps

extension AtomicFile {
  private func replace(
    with text: String, once isAllowed: () throws(FileWriteProblem) -> Void
  ) throws(FileWriteProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { throw .conflict(nil) }
      throw failure("it cannot be examined: \(reason)")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure("it is not a regular file") }
    guard status.st_nlink == 1 else {
      throw failure(
        "it has \(status.st_nlink) hard links, which a new file would break",
        advice: "remove the others first"
      )
    }
    guard access(path, W_OK) == 0 else { throw failure("it is read-only: \(reason)") }
    let temporary = TemporaryFile(beside: path)
    try withTemporary(temporary, mode: 0o600) { descriptor throws(Trouble) in
      try keepOwnerAndAttributes(of: status, on: descriptor)
      try fill(descriptor, with: text)
    } then: { () throws(FileWriteProblem) in
      try step(.compare)
      try isAllowed()
      try step(.rename)
      guard rename(temporary.path, path) == 0 else {
        throw failure("the new file cannot replace it: \(reason)")
      }
    }
  }

  private func create(with text: String, mode: UInt32, makesFolder: Bool) throws(FileWriteProblem) {
    if makesFolder {
      do throws(Trouble) {
        try FilePaths.make(FilePaths.split(path).folder, mode: 0o755)
      } catch { throw .failed(error) }
    }
    var status = stat()
    if lstat(path, &status) == 0 {
      guard let found = try snapshot() else { throw failure("it is a symbolic link to nothing") }
      throw .conflict(found)
    }
    let temporary = TemporaryFile(beside: path)
    try withTemporary(temporary, mode: mode) { descriptor throws(Trouble) in
      try fill(descriptor, with: text)
    } then: { () throws(FileWriteProblem) in
      try step(.compare)
      try step(.rename)
      // A link is made only where nothing is: nobody's file is overwritten. Some disks know no links.
      if link(temporary.path, path) == 0 {
        unlink(temporary.path)
      } else if errno == EEXIST {
        throw .conflict(try snapshot())
      } else if rename(temporary.path, path) != 0 {
        throw failure("the new file cannot replace it: \(reason)")
      }
    }
  }

  /// Makes a file beside, has it filled and used, and leaves nothing behind.
  private func withTemporary(
    _ temporary: TemporaryFile, mode: UInt32, fill: (Int32) throws(Trouble) -> Void,
    then use: () throws(FileWriteProblem) -> Void
  ) throws(FileWriteProblem) {
    TemporaryFile.removeLeftovers(beside: path)
    try step(.create)
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(mode))
    guard descriptor >= 0 else { throw failure("no file can be created beside it: \(reason)") }
    do throws(FileWriteProblem) {
      do throws(Trouble) {
        defer { close(descriptor) }
        try fill(descriptor)
      } catch { throw .failed(error) }
      try use()
    } catch {
      unlink(temporary.path)
      throw error
    }
    try? before(.syncFolder)
    syncFolder()
  }

  private func keepOwnerAndAttributes(of status: stat, on descriptor: Int32) throws(Trouble) {
    // Another owner can be kept by root only; a file of one's own has the right one already.
    if status.st_uid != geteuid() || status.st_gid != getegid(),
      fchown(descriptor, status.st_uid, status.st_gid) != 0
    {
      throw problem("its owner cannot be kept: \(reason)")
    }
    if let name = try attributes().apply(to: descriptor) {
      throw problem("its attribute \(name) cannot be kept: \(reason)")
    }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else {
      throw problem("its mode cannot be kept: \(reason)")
    }
  }

  private func attributes() throws(Trouble) -> ExtendedAttributes {
    let old = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard old >= 0 else { throw problem("it cannot be read: \(reason)") }
    defer { close(old) }
    return ExtendedAttributes(of: old)
  }

  private func fill(_ descriptor: Int32, with text: String) throws(Trouble) {
    try before(.fill)
    let bytes = Array(text.utf8)
    let half = bytes.count / 2
    try put(bytes[..<half], to: descriptor)
    try before(.fillMore)
    try put(bytes[half...], to: descriptor)
    try before(.sync)
    guard fsync(descriptor) == 0 else { throw problem("the new file cannot be written: \(reason)") }
  }

  private func put(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Trouble) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw problem("the new file cannot be written: \(reason)") }
      rest = rest.dropFirst(count)
    }
  }

  private func compare(with expected: FileRevision) throws(FileWriteProblem) {
    guard let found = try snapshot() else { throw .conflict(nil) }
    if !found.revision.hasSameContent(as: expected) { throw .conflict(found) }
  }

  private func snapshot() throws(FileWriteProblem) -> FileSnapshot? {
    do throws(Trouble) { return try FileSnapshot.read(path) } catch { throw .failed(error) }
  }

  private func step(_ step: Step) throws(FileWriteProblem) {
    do throws(Trouble) { try before(step) } catch { throw .failed(error) }
  }

  private func syncFolder() {
    let folder = open(FilePaths.split(path).folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private var reason: String { String(cString: strerror(errno)) }

  private func problem(_ reason: String, advice: String = "nothing was changed") -> Trouble {
    Trouble("cannot write \(path)", why: reason, advice: advice)
  }

  private func failure(_ reason: String, advice: String = "nothing was changed") -> FileWriteProblem {
    .failed(problem(reason, advice: advice))
  }
}
