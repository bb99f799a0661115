import DashboardRuntime
import DiskFiles
import EngineClient
import EngineTransport
import Glibc
import SimulatedEngine

/// The engine that the options name: a real one, or a simulated one that lives as long as this value is kept.
struct ChosenEngine {
  let client: EngineClient
  let source: ResolvedAddress
  /// What the header calls it.
  let name: String
  /// The host that its published ports are reached at.
  let host: String
  private let simulation: SimulatedEngine?
  private let folder: DemoFolder?

  /// Finds the engine; a simulated one is started. One that is named and cannot be used is an error, or, for the
  /// dashboard, an engine that says so at every call (`orSaysWhy`).
  static func choose(
    _ options: EngineOptions, readOnly: Bool, orSaysWhy: Bool = false, limits: TransportLimits = .init()
  ) async throws -> ChosenEngine {
    if options.demo { return try await simulated(options, readOnly: readOnly) }
    let resolved: ResolvedAddress
    do throws(AddressError) {
      resolved = try EngineAddressResolution.system.resolve(host: options.host, context: options.context)
    } catch {
      guard orSaysWhy, isAddress(options.host) else { throw Failure(error.trouble, code: .usage) }
      resolved = unusable(options, error)
    }
    return ChosenEngine(
      client: EngineClient(
        address: resolved.address, readOnly: readOnly, limits: limits, logger: try LogFile.logger()),
      source: resolved,
      name: name(of: resolved), host: host(of: resolved.address), simulation: nil, folder: nil)
  }

  /// Whether a host that was named is an address, whoever may be there; a slip of the keys is wrong usage.
  private static func isAddress(_ host: String?) -> Bool {
    guard let host, !host.isEmpty else { return true }
    return (try? EngineAddress(host)) != nil
  }

  private static func unusable(_ options: EngineOptions, _ error: AddressError) -> ResolvedAddress {
    let name = EngineAddressResolution.system.namedEngine(host: options.host, context: options.context)
    let source = options.context.map(ResolvedAddress.Source.contextFlag) ?? .hostFlag
    return ResolvedAddress(address: .unusable(name: name, why: error), source: source)
  }

  private static func simulated(_ options: EngineOptions, readOnly: Bool) async throws -> ChosenEngine {
    let folder = try DemoFolder()
    do {
      let engine = try await SimulatedEngine.start(
        socketPath: folder.socket, population: .demo(containers: options.containers, root: folder.path))
      return ChosenEngine(
        client: EngineClient(address: .unix(path: folder.socket), readOnly: readOnly),
        source: ResolvedAddress(address: .unix(path: folder.socket), source: .defaultSocket), name: "demo",
        host: "localhost",
        simulation: engine, folder: folder)
    } catch {
      folder.remove()
      throw Failure(message: "cannot start the demo engine: \(error)")
    }
  }

  /// What davit does on this machine beside watching the engine: a demo keeps to its own folder, and runs no program.
  var local: LocalEnvironment {
    if let folder {
      return LocalEnvironment(environment: Environment.all, state: StateFolder("\(folder.path)/state"))
    }
    let environment = Environment.all
    return LocalEnvironment(
      environment: environment, state: StateFolder(environment: environment), usesCompose: true)
  }

  /// The folder whose stack is shown too; nil in a demo.
  var workingDirectory: String? { folder == nil ? Environment.directory : nil }

  /// Ends a simulated engine and removes its folder.
  func close() async {
    await simulation?.stop()
    folder?.remove()
  }

  private static func name(of resolved: ResolvedAddress) -> String {
    switch resolved.source {
    case .contextFlag(let name), .dockerContext(let name), .currentContext(let name):
      name == "default" ? host(of: resolved.address) : name
    default: host(of: resolved.address)
    }
  }

  private static func host(of address: EngineAddress) -> String {
    switch address {
    case .unix: "localhost"
    case .tcp(let host, _): host
    case .ssh(_, let host, _, _): host
    case .unusable(let name, _): name
    }
  }
}
