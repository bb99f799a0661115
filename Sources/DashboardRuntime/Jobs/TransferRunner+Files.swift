import Dashboard
import DiskFiles
import EngineClient
import EngineTransport
import Glibc
import TarArchive
import Troubles

extension TransferRunner {
  /// Writes a file or a folder of a container to this machine: into a folder of davit's own beside its place first, which
  /// goes with all that is in it where that does not come to its end.
  func copyOut(_ place: FilePlace, to target: TargetFile) async throws(TransferEnd) {
    // The gate lets through what changes nothing on the engine; a file of this machine is something.
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    let path = expanded(target.path)
    try check(path, replaces: target.replaces)
    let (parent, name) = split(path)
    let folder: OwnedFolder
    do throws(Trouble) { folder = try OwnedFolder(kind: "copy", in: parent) } catch { throw .trouble(error) }
    defer { folder.remove() }
    let summary = try await unpack(place, into: folder.path, as: name)
    // Between the question and now somebody may have put something there.
    try check(path, replaces: target.replaces)
    guard rename("\(folder.path)/\(name)", path) == 0 else {
      throw .trouble(Trouble("cannot write \(path)", why: String(cString: strerror(errno))))
    }
    let leftOut =
      summary.leftOutCount == 0
      ? "" : "; \(Counted.text(summary.leftOutCount, "device or pipe", plural: "devices and pipes")) left out"
    relay.update {
      $0.result =
        "\(Counted.text(summary.entries, "entry", plural: "entries")), "
        + "\(Quantity.bytes(summary.bytes)) in \(path)\(leftOut)"
    }
  }

  private func unpack(
    _ place: FilePlace, into folder: String, as name: String
  ) async throws(TransferEnd) -> TarExtraction.Summary {
    let stream: ByteStream
    do throws(EngineError) {
      stream = try await client.archive(of: place.container, place.path)
    } catch { throw .engine(error) }
    let (pipe, relay) = (BytePipe(), relay)
    async let unpacked = TarThread.run {
      defer { pipe.abandon() }
      let reader = try TarReader { try pipe.readBlocking() }
      return try TarExtraction(into: folder, as: name).unpack(reader) { bytes in
        relay.update { $0.done = bytes }
        return true
      }
    }
    await pump(stream, into: pipe)
    do {
      return try await unpacked
    } catch let error as EngineError {
      throw .engine(error)
    } catch let problem as TarProblem {
      throw .trouble(
        Trouble("cannot copy \(place.path.text)", why: problem.message, advice: "nothing of it was kept"))
    } catch {
      throw .trouble(Trouble("cannot copy \(place.path.text)"))
    }
  }

  private func check(_ path: String, replaces: Bool) throws(TransferEnd) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .trouble(
        Trouble(
          "cannot write \(path)", why: "it is there, and is no regular file", advice: "give another name"))
    }
    if !replaces { throw .exists(path) }
  }

  /// The folder that a path is in, and its name there.
  private func split(_ path: String) -> (parent: String, name: String) {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }

  /// Puts a file or a folder of this machine into a folder of a container.
  func copyIn(_ path: String, to place: FilePlace) async throws(TransferEnd) {
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    let source = expanded(path)
    let name = split(source).name
    let (pipe, relay) = (BytePipe(), relay)
    let size: UInt64
    do {
      size = try await TarThread.run { try TarWriter.bytes(in: source) }
    } catch {
      throw .trouble(Trouble("cannot read \(source)", why: (error as? TarProblem)?.message ?? "it is gone"))
    }
    relay.update { $0.total = size }
    async let written: Void = TarThread.run {
      do {
        let writer = try TarWriter { pipe.writeBlocking($0) }
        try writer.add(source, as: name) { bytes in relay.update { $0.done = bytes } }
        try writer.finish()
        pipe.end()
      } catch {
        pipe.end(error)
      }
    }
    let end: TransferEnd?
    do throws(EngineError) {
      let upload = RequestUpload(reading: pipe)
      try await client.perform(.putArchive(place.container, place.path), sending: upload)
      end = nil
    } catch { end = .engine(error) }
    pipe.abandon()
    _ = try? await written
    if let end { throw end }
    relay.update { $0.result = "\(Quantity.bytes(size)) in \(place.path.text)" }
  }
}

extension RequestUpload {
  /// What comes out of a pipe that a thread of libarchive writes.
  init(reading pipe: BytePipe) {
    self.init { () throws(UploadFailure) in
      do {
        return try await pipe.read()
      } catch {
        throw UploadFailure((error as? TarProblem)?.message ?? "it cannot be read")
      }
    }
  }
}
