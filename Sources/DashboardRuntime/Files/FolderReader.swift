import Dashboard
import EngineClient
import EngineModel
import TarArchive
import Troubles

/// Reads what is in a folder of a container. A container that runs is asked with a command, where it has one: that costs
/// as much as the folder has entries. Everywhere else the folder comes as a tar with all that is below it, which is read
/// up to a bound.
struct FolderReader {
  let client: EngineClient
  let inbox: EngineInbox

  /// How many bytes of a tar are looked through, and for how long, before the rest is left out.
  private static let (most, patience) = (UInt64(512 << 20), Duration.seconds(20))
  /// How often something is told meanwhile.
  private static let interval = Duration.milliseconds(200)
  /// The most that a command may print: some 100,000 entries.
  private static let mostOutput = 16 << 20

  func post(_ place: FilePlace, isRunning: Bool) async {
    do {
      if isRunning, !client.isReadOnly, let entries = try await asked(place) {
        return post(FolderEntries(entries, isComplete: true, time: HostClock.now), of: place)
      }
      try await readArchive(place)
    } catch let error as EngineError {
      if Task.isCancelled || error.isCancellation || error.isConnectionLoss { return }
      inbox.post(EngineUpdate.folder(place, .failure(error.trouble.inTheWay(of: "cannot read the folder"))))
    } catch let problem as TarProblem {
      if Task.isCancelled { return }
      inbox.post(
        EngineUpdate.folder(place, .failure(Trouble("cannot read the folder", why: problem.message))))
    } catch {}
  }

  private func post(_ listing: FolderEntries, of place: FilePlace) {
    if !Task.isCancelled { inbox.post(EngineUpdate.folder(place, .success(listing))) }
  }

  /// What `find` and `stat` in the container say; nil where it has none of them, or where they say nothing.
  private func asked(_ place: FilePlace) async throws -> [FileEntry]? {
    // Only a text can be an argument.
    guard Array(place.path.text.utf8) == place.path.bytes else { return nil }
    do throws(EngineError) {
      let answer = try await client.run(
        FolderCommand.arguments(place.path), in: place.container, user: "0", limit: Self.mostOutput)
      if answer.output.count >= Self.mostOutput { return nil }
      if answer.output.isEmpty { return answer.code == 0 ? [] : nil }
      return FolderCommand.entries(answer.output, in: place.path)
    } catch {
      if error.isConnectionLoss || error.isCancellation { throw error }
      // The engine says that there is no such command, or runs none: the tar tells.
      return nil
    }
  }

  private func readArchive(_ place: FilePlace) async throws {
    let stream = try await client.archive(of: place.container, place.path, isFolder: true)
    let pipe = BytePipe()
    let (inbox, start) = (inbox, ContinuousClock.now)
    async let listing = TarThread.run {
      defer { pipe.abandon() }
      let reader = try TarReader { try pipe.readBlocking() }
      var folder = ArchivedFolder()
      var told = ContinuousClock.now
      while let entry = try reader.next() {
        folder.add(entry)
        let now = ContinuousClock.now
        if reader.position > Self.most || now - start > Self.patience {
          return FolderEntries(
            folder.entries, isComplete: false,
            shortfall: "more below than can be read: the rest is left out", time: HostClock.now)
        }
        if now - told > Self.interval {
          told = now
          inbox.post(EngineUpdate.folder(place, .success(FolderEntries(folder.entries, isComplete: false))))
        }
      }
      return FolderEntries(folder.entries, isComplete: true, time: HostClock.now)
    }
    await pump(stream, into: pipe)
    post(try await listing, of: place)
  }
}

/// Brings all bytes of a stream into a pipe; stops where nobody reads them any more.
func pump(_ stream: ByteStream, into pipe: BytePipe) async {
  do throws(EngineError) {
    while let piece = try await stream.next() {
      guard await pipe.write(piece) else { break }
    }
    pipe.end()
  } catch {
    pipe.end(error)
  }
  stream.close()
}

/// The entries of a folder, from a tar of it and of all that is below it.
struct ArchivedFolder {
  private(set) var entries: [FileEntry] = []

  /// Takes in an entry of the tar. Docker names the folder itself "./" and what is in it "./…"; Podman leaves the folder
  /// out and names what is in it alone.
  mutating func add(_ entry: TarEntry) {
    let parts = entry.path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    guard parts.count == 1, let name = parts.last else { return }
    entries.append(
      FileEntry(
        name: Array(name), kind: FileEntry.Kind(entry.kind), permissions: entry.mode, size: entry.size,
        modified: Timestamp(seconds: Int64(entry.modified)), user: entry.user, group: entry.group,
        link: entry.link))
  }
}

extension FileEntry.Kind {
  init(_ kind: TarEntry.Kind) {
    switch kind {
    case .file: self = .file
    case .directory: self = .folder
    case .symbolicLink: self = .link
    case .characterDevice: self = .characterDevice
    case .blockDevice: self = .blockDevice
    case .pipe: self = .pipe
    case .socket: self = .socket
    case .other: self = .other
    }
  }
}
