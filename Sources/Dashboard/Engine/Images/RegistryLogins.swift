/// Who one is at registries, as the docker command keeps it. No secret is in it.
package struct RegistryLogins: Sendable, Equatable {
  /// Who one is at a registry.
  package enum Login: Sendable, Equatable {
    /// This user; an empty name is somebody whom a token stands for. `from` is where it is kept, for people.
    case user(String, from: String)
    /// Nobody: only what is open to everybody can be had.
    case nobody
    /// That cannot be said; why.
    case unknown(String)
  }

  private var known: [String: Login] = [:]
  /// What is true of all other registries.
  package var others = Login.nobody

  /// The most registries that are kept.
  private static let most = 1_000

  /// Nobody anywhere.
  package init() {}

  /// Notes who one is at a registry.
  package mutating func set(_ login: Login, at host: String) {
    if known[host] != nil || known.count < Self.most { known[host] = login }
  }

  /// Who one is at a registry.
  package func login(at host: String) -> Login { known[host] ?? others }

  /// The same in words: `docker.io: as me, from config.json`.
  func sentence(for host: String) -> String {
    switch login(at: host) {
    case .user("", let source): "\(host): with a token, from \(source)"
    case .user(let name, let source): "\(host): as \(name), from \(source)"
    case .nobody: "\(host): not logged in"
    case .unknown(let why): "\(host): \(why)"
    }
  }
}
