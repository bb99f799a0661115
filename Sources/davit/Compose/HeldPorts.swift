import ComposeFile
import EngineClient
import EngineModel
import EngineTransport

/// The host ports that running containers of other projects hold.
enum HeldPorts {
  /// Asks the engine that the docker CLI would use, or the one at `host`. Nothing is known where none answers within a
  /// second: a check needs no engine.
  static func read(host: String?, except project: String) async throws -> [UsedHostPort] {
    let resolved: ResolvedAddress
    do throws(AddressError) {
      resolved = try EngineAddressResolution.system.resolve(host: host)
    } catch {
      guard host == nil else { throw Failure(error.trouble, code: .usage) }
      return []
    }
    let client = EngineClient(
      address: resolved.address, readOnly: true, limits: TransportLimits(connectTimeout: 1))
    guard let containers = try? await client.containers(all: false) else { return [] }
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
