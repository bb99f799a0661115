/// The engine that is meant, and where that was found.
public struct ResolvedAddress: Hashable, Sendable {
  /// What named the engine.
  public enum Source: Hashable, Sendable, CustomStringConvertible {
    /// The flag `--host`.
    case hostFlag
    /// The flag `--context`, with the context's name.
    case contextFlag(String)
    /// The variable DOCKER_HOST.
    case dockerHost
    /// The variable DOCKER_CONTEXT, with the context's name.
    case dockerContext(String)
    /// `currentContext` of the docker CLI's settings, with the context's name.
    case currentContext(String)
    /// The usual socket, or a rootless one that exists.
    case defaultSocket

    /// One phrase for people.
    public var description: String {
      switch self {
      case .hostFlag: "--host"
      case .contextFlag(let name): "--context \(name)"
      case .dockerHost: "DOCKER_HOST"
      case .dockerContext(let name): "DOCKER_CONTEXT=\(name)"
      case .currentContext(let name): "docker context \(name)"
      case .defaultSocket: "default socket"
      }
    }
  }

  /// Where the engine listens.
  public var address: EngineAddress
  /// What named it.
  public var source: Source
  /// What is wrong with the settings that were passed over, one line each; a broken config.json for example.
  public var remarks: [String]

  /// An address as given.
  public init(address: EngineAddress, source: Source, remarks: [String] = []) {
    self.address = address
    self.source = source
    self.remarks = remarks
  }
}

/// Finds the engine that the docker CLI would use, by flags, environment, settings and the sockets that exist.
public struct EngineAddressResolution: Sendable {
  /// The environment's variables.
  public var environment: [String: String]
  /// Whether a path exists.
  public var exists: @Sendable (String) -> Bool
  /// A file's bytes; nil where it cannot be read.
  public var read: @Sendable (String) -> [UInt8]?

  /// A resolution over the given world.
  public init(
    environment: [String: String], exists: @escaping @Sendable (String) -> Bool,
    read: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.environment = environment
    self.exists = exists
    self.read = read
  }

  /// The engine that `--host`, `--context`, DOCKER_HOST, DOCKER_CONTEXT, `currentContext` or a socket names, in this
  /// order. What is set and cannot be used is an error, not a reason to look further; so is a way in the clear where the
  /// environment asks for TLS.
  public func resolve(host: String? = nil, context: String? = nil) throws(AddressError) -> ResolvedAddress {
    let found = try find(host: host, context: context)
    if found.address.isInTheClear, let asking = ["DOCKER_TLS_VERIFY", "DOCKER_TLS"].first(where: isSet) {
      throw .needsTLS(
        "\(found.address)", because: "\(asking) asks for TLS",
        instead: "; unset \(asking) to reach the engine in the clear")
    }
    return found
  }

  /// What is named for people to read where it cannot be used: the address or the context, as it was given.
  public func namedEngine(host: String? = nil, context: String? = nil) -> String {
    host.nonEmpty ?? context.nonEmpty ?? variable("DOCKER_HOST") ?? variable("DOCKER_CONTEXT")
      ?? (try? DockerContexts(folder: configFolder, exists: exists, read: read).current()) ?? "engine"
  }

  private func find(host: String?, context: String?) throws(AddressError) -> ResolvedAddress {
    if let host = host.nonEmpty {
      return ResolvedAddress(address: try EngineAddress(host), source: .hostFlag)
    }
    if let context = context.nonEmpty { return try named(context, .contextFlag(context)) }
    if let host = variable("DOCKER_HOST") {
      return ResolvedAddress(address: try EngineAddress(host), source: .dockerHost)
    }
    if let context = variable("DOCKER_CONTEXT") { return try named(context, .dockerContext(context)) }
    let contexts = DockerContexts(folder: configFolder, exists: exists, read: read)
    let current: String?
    do throws(AddressError) {
      current = try contexts.current()
    } catch {
      return ResolvedAddress(address: defaultSocket, source: .defaultSocket, remarks: [error.description])
    }
    if let current { return try named(current, .currentContext(current)) }
    return ResolvedAddress(address: defaultSocket, source: .defaultSocket)
  }

  /// The engine of one context; the virtual "default" stands for the usual sockets.
  private func named(_ context: String, _ source: ResolvedAddress.Source) throws(AddressError)
    -> ResolvedAddress
  {
    if context == "default" { return ResolvedAddress(address: defaultSocket, source: source) }
    let contexts = DockerContexts(folder: configFolder, exists: exists, read: read)
    return ResolvedAddress(address: try contexts.address(of: context), source: source)
  }

  /// The first socket that exists, else the usual one.
  private var defaultSocket: EngineAddress {
    let usual = "/var/run/docker.sock"
    var candidates = [usual]
    if let runtime = variable("XDG_RUNTIME_DIR") {
      candidates += [runtime + "/docker.sock", runtime + "/podman/podman.sock"]
    }
    candidates.append("/run/podman/podman.sock")
    return .unix(path: candidates.first(where: exists) ?? usual)
  }

  private var configFolder: String {
    variable("DOCKER_CONFIG") ?? (variable("HOME") ?? "") + "/.docker"
  }

  private func isSet(_ name: String) -> Bool { variable(name) != nil }

  private func variable(_ name: String) -> String? { environment[name].nonEmpty }
}

extension String? {
  fileprivate var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
