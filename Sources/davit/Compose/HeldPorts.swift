import ComposeFile
import EngineClient
import EngineModel
import EngineTransport

/// The host ports that running containers of other projects hold.
enum HeldPorts {
  /// Asks the engine that the docker CLI would use, or the one that is named. Nothing is known where none answers
  /// within a second: a check needs no engine.
  static func read(_ options: EngineOptions, except project: String) async throws -> [UsedHostPort] {
    let chosen: ChosenEngine
    do {
      chosen = try await ChosenEngine.choose(
        options, readOnly: true, limits: TransportLimits(connectTimeout: 1))
    } catch {
      guard !options.namesOne else { throw error }
      return []
    }
    let containers = try? await chosen.client.containers(all: false)
    await chosen.close()
    guard let containers else { return [] }
    return containers.filter { $0.project?.rawValue != project }.flatMap(ports)
  }

  private static func ports(of container: ContainerSummary) -> [UsedHostPort] {
    container.ports.compactMap { port in
      guard let published = port.publicPort else { return nil }
      let address = ["0.0.0.0", "::"].contains(port.address ?? "") ? "" : port.address ?? ""
      return UsedHostPort(
        address: address, port: published, transport: port.proto, owner: "the container \(container.name)")
    }
  }
}
