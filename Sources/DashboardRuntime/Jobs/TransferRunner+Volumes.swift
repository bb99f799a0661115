import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import TarArchive
import Troubles

extension TransferRunner {
  /// Writes all that is in a volume to an archive, whose names begin with "./".
  func export(_ carried: CarriedVolume, to target: TargetFile) async throws(TransferEnd) {
    try await carrier(carried, [.init(volume: carried.volume, isReadOnly: true)]) {
      id async throws(TransferEnd) in
      try await download(.archive(of: id, CarriedVolume.path, isFolder: true), to: target)
    }
    tellOwners()
  }

  /// Podman gives everything to root in the archives that it makes (tried with 4.3): what is lost is said.
  private func tellOwners() {
    if client.isPodman {
      relay.update { $0.result = ($0.result ?? "") + "; root has all of it: Podman tells no owners" }
    }
  }

  /// Puts what is in an archive into a volume. One that was made for it goes again where that fails.
  func importFiles(_ path: String, into carried: CarriedVolume) async throws(TransferEnd) {
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    let upload = try source(path)
    let isNew = try await isMissing(carried.volume)
    var count = 0
    try await removing(carried.volume, where: isNew) { () async throws(TransferEnd) in
      try await carrier(carried, [.init(volume: carried.volume)]) { id async throws(TransferEnd) in
        count = try await moveIn(upload, from: path, in: id, isNew: isNew)
      }
    }
    let entries = count
    relay.update {
      $0.result =
        "\(Counted.text(entries, "entry", plural: "entries")) in \(isNew ? "the new volume " : "")"
        + carried.volume.short
    }
  }

  /// Makes a volume with the same in it; where that fails, nothing is left of it.
  func clone(_ carried: CarriedVolume, as copy: VolumeDefinition) async throws(TransferEnd) {
    do throws(EngineError) { try await client.create(copy) } catch { throw .engine(error) }
    let name = VolumeName(copy.name)
    try await removing(name, where: true) { () async throws(TransferEnd) in
      let places = [
        VolumeCarrier.Place(
          volume: carried.volume, path: ContainerPath("/from/volume"), isReadOnly: true),
        VolumeCarrier.Place(volume: name, path: ContainerPath("/to/volume")),
      ]
      try await carrier(carried, places) { id async throws(TransferEnd) in
        // Of the folder itself, so that its owner and its rights come along.
        let stream: ByteStream
        do throws(EngineError) {
          stream = try await client.archive(of: id, ContainerPath("/from/volume"))
        } catch { throw .engine(error) }
        defer { stream.close() }
        let relay = relay
        let upload = RequestUpload { () throws(UploadFailure) in
          do throws(EngineError) {
            guard let bytes = try await stream.next() else { return nil }
            relay.update { $0.done += UInt64(bytes.count) }
            return bytes
          } catch {
            throw UploadFailure(error.trouble.summary)
          }
        }
        do throws(EngineError) {
          // Podman finds a volume only by the path where it is mounted, and gives the folder its owner there.
          let target = ContainerPath(client.isPodman ? "/to/volume" : "/to")
          try await client.perform(.putArchive(id, target), sending: upload)
        } catch { throw .engine(error) }
      }
    }
    relay.update { $0.result = "\(Quantity.bytes($0.done)) in \(copy.name)" }
    tellOwners()
  }

  private func carrier(
    _ carried: CarriedVolume, _ places: [VolumeCarrier.Place],
    _ work: (ContainerID) async throws(TransferEnd) -> Void
  ) async throws(TransferEnd) {
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    let carrier = VolumeCarrier(client: client, image: carried.image)
    try await carrier.with(places, work)
  }

  /// Unpacks an archive into the volume of a container. Its entries are written again on the way, since the engine leaves
  /// an owner of "./" out, and since it is looked into here what leads out of it.
  private func moveIn(
    _ upload: RequestUpload, from path: String, in id: ContainerID, isNew: Bool
  ) async throws(TransferEnd) -> Int {
    let (file, tar) = (BytePipe(), BytePipe())
    // As in a clone: Docker takes over the owner of the volume's folder only from above it.
    let folder = client.isPodman ? CarriedVolume.path : .root
    let name = client.isPodman ? "." : String(decoding: CarriedVolume.path.name ?? [], as: UTF8.self)
    async let count = TarThread.run {
      defer { file.abandon() }
      do {
        let writer = try TarWriter { tar.writeBlocking($0) }
        let count = try writer.addAll(of: TarReader { try file.readBlocking() }, in: name)
        try writer.finish()
        tar.end()
        return count
      } catch {
        tar.end(error)
        throw error
      }
    }
    async let fed: Void = Self.feed(upload, into: file)
    let end: EngineError?
    do throws(EngineError) {
      try await client.perform(.putArchive(id, folder), sending: RequestUpload(reading: tar))
      end = nil
    } catch { end = error }
    tar.abandon()
    file.abandon()
    _ = await fed
    let advice = isNew ? "the new volume was removed again" : "what came before it is in the volume"
    do {
      let count = try await count
      if let end { throw TransferEnd.engine(end) }
      return count
    } catch let problem as TarProblem where end?.isCancellation != true {
      throw .trouble(Trouble("cannot unpack \(path)", why: problem.message, advice: advice))
    } catch let problem as TransferEnd {
      throw problem
    } catch {
      if let end { throw .engine(end) }
      throw .trouble(Trouble("cannot unpack \(path)", advice: advice))
    }
  }

  private static func feed(_ upload: RequestUpload, into pipe: BytePipe) async {
    do throws(UploadFailure) {
      while let bytes = try await upload.next() {
        guard await pipe.write(bytes) else { break }
      }
      pipe.end()
    } catch {
      pipe.end(TarProblem(error.reason))
    }
  }

  private func isMissing(_ name: VolumeName) async throws(TransferEnd) -> Bool {
    do throws(EngineError) {
      _ = try await client.document(.volume(name))
      return false
    } catch {
      if error.status == 404 { return true }
      throw .engine(error)
    }
  }

  /// Does something with a volume, which is removed where it fails and the volume was made for it.
  private func removing(
    _ name: VolumeName, where isOwn: Bool, _ work: () async throws(TransferEnd) -> Void
  ) async throws(TransferEnd) {
    do throws(TransferEnd) {
      try await work()
    } catch {
      if isOwn {
        let client = client
        _ = await Task.detached { try? await client.perform(.removeVolume(name)) }.value
      }
      throw error
    }
  }
}
