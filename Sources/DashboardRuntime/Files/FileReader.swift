import Dashboard
import EngineClient
import EngineModel
import TarArchive
import Troubles

/// Reads the beginning of a file in a container.
struct FileReader {
  let client: EngineClient
  let inbox: EngineInbox

  func post(_ place: FilePlace) async {
    do {
      let answer = try await answer(place)
      if !Task.isCancelled { inbox.post(EngineUpdate.file(place, answer)) }
    } catch let error as EngineError {
      if Task.isCancelled || error.isCancellation || error.isConnectionLoss { return }
      fail(place, error.trouble.inTheWay(of: "cannot read the file"))
    } catch let problem as TarProblem {
      if !Task.isCancelled { fail(place, Trouble("cannot read the file", why: problem.message)) }
    } catch {}
  }

  private func fail(_ place: FilePlace, _ trouble: Trouble) {
    inbox.post(EngineUpdate.file(place, .text(.failure(trouble))))
  }

  private func answer(_ place: FilePlace) async throws -> FileAnswer {
    let first = try await stat(place.container, place.path)
    let path = first.target ?? place.path
    let stat = first.target == nil ? first : try await stat(place.container, path)
    switch stat.entry.kind {
    case .folder: return .folder
    case .link:
      return .text(.failure(Trouble("cannot read the file", why: "its link leads in a circle, or too far")))
    case .characterDevice, .blockDevice, .pipe, .socket:
      return .text(.failure(Trouble("cannot read the file", why: "it is no file: there is nothing to show")))
    case .file, .other: break
    }
    let bytes = try await beginning(FilePlace(container: place.container, path: path))
    return .text(.success(FileText(path: path, bytes: bytes, size: stat.entry.size)))
  }

  /// What has a path. An engine answers a question for the head alone without a word.
  private func stat(_ id: ContainerID, _ path: ContainerPath) async throws -> FileStat {
    do throws(EngineError) {
      return try await client.stat(of: id, path)
    } catch {
      switch error.kind {
      case .status(404, _): throw TarProblem("there is nothing at \(path.text)")
      case .status(500, _): throw TarProblem("\(path.text) leads nowhere, or in a circle")
      default: throw error
      }
    }
  }

  /// The first bytes of a file; the engine is not asked for more than those.
  private func beginning(_ place: FilePlace) async throws -> [UInt8] {
    let stream = try await client.archive(of: place.container, place.path)
    let pipe = BytePipe()
    async let bytes = TarThread.run {
      defer { pipe.abandon() }
      let reader = try TarReader { try pipe.readBlocking() }
      var bytes: [UInt8] = []
      guard try reader.next() != nil else { return bytes }
      while bytes.count < FileText.limit {
        let piece = try reader.content(min(65_536, FileText.limit - bytes.count))
        if piece.isEmpty { break }
        bytes += piece
      }
      return bytes
    }
    await pump(stream, into: pipe)
    return try await bytes
  }
}

/// Reads what a container has done to the files of its image.
struct ChangesReader {
  let client: EngineClient
  let inbox: EngineInbox

  func post(_ id: ContainerID) async {
    do throws(EngineError) {
      let changes = try await client.changes(of: id)
      if !Task.isCancelled { inbox.post(EngineUpdate.changes(id, .success(PathChanges(changes)))) }
    } catch {
      if Task.isCancelled || error.isCancellation || error.isConnectionLoss { return }
      let trouble = error.trouble.inTheWay(of: "cannot ask what was changed")
      inbox.post(EngineUpdate.changes(id, .failure(trouble)))
    }
  }
}
