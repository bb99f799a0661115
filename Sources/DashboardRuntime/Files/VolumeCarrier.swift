import Dashboard
import EngineClient
import EngineModel
import Troubles

/// A container that is never started: through it the engine takes and gives the files of volumes. Whatever comes of the
/// work with it, it is removed after; what a killed davit has left carries the label.
struct VolumeCarrier: Sendable {
  let client: EngineClient
  let image: ImageID

  /// A volume, and where it is.
  struct Place: Sendable {
    let volume: VolumeName
    var path = CarriedVolume.path
    var isReadOnly = false
  }

  /// Makes the container, does something with it, and removes it.
  func with(
    _ places: [Place], _ work: (ContainerID) async throws(TransferEnd) -> Void
  ) async throws(TransferEnd) {
    let id: ContainerID
    do throws(EngineError) { id = try await make(places) } catch { throw .engine(error) }
    do throws(TransferEnd) {
      try await work(id)
    } catch {
      await remove(id)
      throw error
    }
    await remove(id)
  }

  /// Makes the container. Whoever has lost patience meanwhile must not leave one behind that nobody knows of.
  private func make(_ places: [Place]) async throws(EngineError) -> ContainerID {
    let (client, body) = (client, body(places))
    let name = "davit-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
    let result = await Task.detached { () -> Result<ContainerID, EngineError> in
      do throws(EngineError) {
        return .success(try await client.createContainer(body, name: name))
      } catch { return .failure(error) }
    }.value
    return try result.get()
  }

  /// Removes the container, also where the work has been cancelled.
  private func remove(_ id: ContainerID) async {
    if await Task.detached(operation: { await isRemoved(id) }).value { return }
    // The engine is away: as soon as it is back.
    Task.detached {
      for seconds in [1, 2, 4, 8, 16, 32, 64] {
        try? await Task.sleep(for: .seconds(seconds))
        if await isRemoved(id) { return }
      }
    }
  }

  /// Removes the container with the volumes that its image wants and that nobody has asked for; those that have a name
  /// stay. False where the engine did not answer.
  private func isRemoved(_ id: ContainerID) async -> Bool {
    do throws(EngineError) {
      try await client.perform(.remove(id, force: true, volumes: true))
      return true
    } catch {
      return !error.isConnectionLoss
    }
  }

  /// POST /containers/create: nothing of the image is ever run, so it need not have a command.
  private func body(_ places: [Place]) -> JSONValue {
    func text(_ key: String, _ text: String) -> JSONValue.Member { .init(key: key, value: .string(text)) }
    let mounts = places.map { place in
      JSONValue.object([
        text("Type", "volume"), text("Source", place.volume.rawValue), text("Target", place.path.text),
        .init(key: "ReadOnly", value: .bool(place.isReadOnly)),
      ])
    }
    return .object([
      text("Image", image.rawValue), .init(key: "Entrypoint", value: .array([.string("davit")])),
      .init(key: "Cmd", value: .array([])), .init(key: "NetworkDisabled", value: .bool(true)),
      .init(
        key: "Labels",
        value: .object([text(CarriedVolume.label, places.map(\.volume.rawValue).joined(separator: ","))])),
      .init(
        key: "HostConfig",
        value: .object([text("NetworkMode", "none"), .init(key: "Mounts", value: .array(mounts))])),
    ])
  }
}

extension VolumeCarrier {
  /// Holds a container for a volume until the task is cancelled; says where none can be made.
  func hold(_ volume: VolumeName, telling inbox: EngineInbox) async {
    inbox.post(EngineUpdate.carrier(nil))
    do throws(EngineError) {
      let id = try await make([Place(volume: volume)])
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(3_600)) }
      await remove(id)
    } catch {
      let trouble = error.trouble.inTheWay(of: "cannot make a container to look through")
      inbox.post(EngineUpdate.carrier(trouble))
    }
  }
}
