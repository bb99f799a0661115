import Dashboard
import EngineClient
import EngineModel
import ImageLayers
import TarArchive
import Troubles

/// Reads what an image is made of: the engine sends its archive, of which names and sizes are kept.
struct ImageContentsReader {
  let client: EngineClient
  let inbox: EngineInbox

  /// How many bytes of an archive are looked through, and for how long, before the rest is left out.
  private static let (most, patience) = (UInt64(64) << 30, Duration.seconds(1_800))
  /// How often something is told meanwhile.
  private static let interval = Duration.milliseconds(200)

  func post(_ id: ImageID) async {
    do {
      let image = try await read(id)
      if !Task.isCancelled { inbox.post(EngineUpdate.contents(id, .ended(.success(image)))) }
    } catch let error as EngineError {
      if Task.isCancelled || error.isCancellation { return }
      fail(id, error.trouble.inTheWay(of: "cannot read the image"))
    } catch let problem as TarProblem {
      fail(id, Trouble("cannot read the image", why: problem.message))
    } catch let problem as ImageArchiveProblem {
      fail(id, Trouble("cannot read the image", why: problem.message))
    } catch {}
  }

  private func fail(_ id: ImageID, _ trouble: Trouble) {
    if !Task.isCancelled { inbox.post(EngineUpdate.contents(id, .ended(.failure(trouble)))) }
  }

  private func read(_ id: ImageID) async throws -> ReadImage {
    inbox.post(EngineUpdate.contents(id, .progress(bytes: 0, files: 0)))
    let stream = try await client.bytes(of: .saveImages([id.rawValue]))
    let pipe = BytePipe()
    let (inbox, start) = (inbox, ContinuousClock.now)
    async let image = TarThread.run {
      defer { pipe.abandon() }
      var told = start
      var reader = ImageArchiveReader { bytes, files in
        let now = ContinuousClock.now
        if bytes > Self.most { throw ImageArchiveReader.Stop.bytes }
        if now - start > Self.patience { throw ImageArchiveReader.Stop.time }
        if now - told > Self.interval {
          told = now
          inbox.post(EngineUpdate.contents(id, .progress(bytes: bytes, files: files)))
        }
      }
      var shortfall: String?
      do {
        try reader.read(TarReader { try pipe.readBlocking() })
      } catch let stop as ImageArchiveReader.Stop {
        shortfall =
          switch stop {
          case .bytes: "only the first \(Quantity.bytes(Self.most)) of the image were read"
          case .time: "only what came in half an hour was read"
          }
      }
      return ReadImage(try ImageContents(reader.reading), shortfall: shortfall)
    }
    await pump(stream, into: pipe)
    return try await image
  }
}
