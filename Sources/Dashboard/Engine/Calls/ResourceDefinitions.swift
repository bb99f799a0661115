import EngineModel

/// A network that is to be made (POST /networks/create).
package struct NetworkDefinition: Sendable, Hashable {
  package var name: String
  /// "bridge" where nothing else is said.
  package var driver: String
  /// The ranges that it gives addresses from; empty lets the engine choose.
  package var pools: [AddressPool]
  package var hasIPv6: Bool
  /// Whether it has no way out.
  package var isInternal: Bool
  /// Whether containers beside services may join it, where it is one of a Swarm.
  package var isAttachable: Bool
  /// Options of the driver, in the order in which they were typed.
  package var options: [LabelPair]
  package var labels: [LabelPair]

  /// A network by its name, with nothing else said.
  package init(name: String) {
    self.name = name
    driver = "bridge"
    (pools, options, labels) = ([], [], [])
    (hasIPv6, isInternal, isAttachable) = (false, false, false)
  }

  /// The words of `docker network create` for it.
  var words: [String] {
    var words = ["--driver", driver]
    for pool in pools {
      words += ["--subnet", pool.subnet]
      if let gateway = pool.gateway { words += ["--gateway", gateway] }
    }
    if hasIPv6 { words.append("--ipv6") }
    if isInternal { words.append("--internal") }
    if isAttachable { words.append("--attachable") }
    for option in options { words += ["--opt", option.text] }
    for label in labels { words += ["--label", label.text] }
    return words + [name]
  }
}

/// A key with its value.
package struct LabelPair: Sendable, Hashable {
  package var key: String
  /// The text behind the sign.
  package var value: String

  /// `key=value`.
  var text: String { "\(key)=\(value)" }
}

/// How a container is to be connected to a network (POST /networks/{id}/connect).
package struct NetworkConnection: Sendable, Hashable {
  package var network: NetworkID
  /// The network's name.
  package var name: String
  /// The names that it is to answer to there beside its own.
  package var aliases: [String]
  /// The IPv4 address that it is to have; nil lets the engine choose.
  package var ipv4: String?
  /// The IPv6 address that it is to have; nil lets the engine choose.
  package var ipv6: String?

  /// A connection with nothing asked for.
  package init(
    network: NetworkID, name: String, aliases: [String] = [], ipv4: String? = nil, ipv6: String? = nil
  ) {
    self.network = network
    self.name = name
    self.aliases = aliases
    self.ipv4 = ipv4
    self.ipv6 = ipv6
  }

  /// The words of `docker network connect` for it, up to the container.
  var words: [String] {
    aliases.flatMap { ["--alias", $0] } + (ipv4.map { ["--ip", $0] } ?? [])
      + (ipv6.map { ["--ip6", $0] } ?? [])
      + [name]
  }
}

/// A volume that is to be made (POST /volumes/create).
package struct VolumeDefinition: Sendable, Hashable {
  package var name: String
  /// "local" where nothing else is said.
  package var driver: String
  /// Options of the driver, in the order in which they were typed.
  package var options: [LabelPair]
  package var labels: [LabelPair]

  /// A volume by its name, with nothing else said.
  package init(name: String) {
    self.name = name
    driver = "local"
    (options, labels) = ([], [])
  }

  /// The words of `docker volume create` for it.
  var words: [String] {
    (driver == "local" ? [] : ["--driver", driver]) + options.flatMap { ["--opt", $0.text] }
      + labels.flatMap { ["--label", $0.text] } + [name]
  }
}

/// Why something typed cannot be taken, in one line for the user.
struct TypedProblem: Error, Equatable {
  let text: String

  init(_ text: String) { self.text = text }
}
