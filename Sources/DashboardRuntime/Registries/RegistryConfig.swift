import ComposeFile
import DiskFiles
import EngineClient
import EngineModel

/// What the docker command's `config.json` says of registries: `credHelpers` by registry, else `credsStore` for all,
/// else `auths`.
struct RegistryConfig: Sendable {
  private let document: JSONValue

  /// The largest file that is read, in bytes.
  private static let limit = 1 << 20

  /// Reads a file; nil where it is not there, or is no such document.
  init?(path: String) {
    guard case .text(let text) = ComposeFiles.disk.read(path, Self.limit) else { return nil }
    self.init(Array(text.utf8))
  }

  /// Reads a document; nil where it is none.
  init?(_ bytes: [UInt8]) {
    guard let document = try? JSONValue(json: bytes) else { return nil }
    self.document = document
  }

  /// What the docker command calls a registry: Docker Hub has the name of its first API.
  static func server(of host: String) -> String {
    host == ImageName.dockerHub ? "https://index.docker.io/v1/" : host
  }

  /// The keeper that is to be asked about a registry; nil where the file itself has the credentials.
  func helper(for host: String) -> String? {
    let own = document["credHelpers"]
    let name = own[Self.server(of: host)].string ?? own[host].string ?? document["credsStore"].string
    return name?.isEmpty == false ? name : nil
  }

  /// The credentials for a registry that stand in the file; nil where there are none.
  func credentials(for host: String) -> RegistryAuth? {
    let server = Self.server(of: host)
    let entries = document["auths"].members
    let member =
      entries.first { $0.key == server } ?? entries.first { Self.host(of: $0.key) == Self.host(of: server) }
    guard let entry = member?.value else { return nil }
    if let token = entry["identitytoken"].string, !token.isEmpty {
      return RegistryAuth(identityToken: token, server: server)
    }
    let (user, password) = Self.names(in: entry)
    return user.isEmpty ? nil : RegistryAuth(user: user, password: password, server: server)
  }

  /// The user and the password of an entry; empty where it has none.
  private static func names(in entry: JSONValue) -> (user: String, password: String) {
    if let coded = entry["auth"].string, let bytes = Base64.decoded(coded) {
      let parts = String(decoding: bytes, as: UTF8.self).split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { return (String(parts[0]), String(parts[1].filter { $0 != "\0" })) }
    }
    return (entry["username"].string ?? "", entry["password"].string ?? "")
  }

  /// The keeper for all registries that have none of their own; nil for none.
  var store: String? { document["credsStore"].string.flatMap { $0.isEmpty ? nil : $0 } }

  /// The keepers of single registries, by host.
  var helpers: [(host: String, helper: String)] {
    document["credHelpers"].members.prefix(100).compactMap { member in
      member.value.string.flatMap { $0.isEmpty ? nil : (Self.host(of: member.key), $0) }
    }
  }

  /// The users that stand in the file, by host; an empty name for a token.
  var users: [(host: String, user: String)] {
    document["auths"].members.prefix(1_000).compactMap { member in
      let host = Self.host(of: member.key)
      if let token = member.value["identitytoken"].string, !token.isEmpty { return (host, "") }
      let user = Self.names(in: member.value).user
      return user.isEmpty ? nil : (host, user)
    }
  }

  /// The host of a key, which may be a URL: `reg:5000` of `https://reg:5000/v1/`; Docker Hub's as images name it.
  static func host(of key: String) -> String {
    let name = bareHost(of: key)
    return name == "index.docker.io" ? ImageName.dockerHub : name
  }

  private static func bareHost(of key: String) -> String {
    var rest = Substring(key)
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    return String(rest.prefix { $0 != "/" })
  }
}
