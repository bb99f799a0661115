import FoundationEssentials

/// The contexts of the docker CLI: `config.json` and `contexts/meta/SHA256-OF-NAME/meta.json` in its folder.
struct DockerContexts {
  var folder: String
  var exists: @Sendable (String) -> Bool
  var read: @Sendable (String) -> [UInt8]?

  private struct Settings: Decodable {
    var currentContext: String?
  }

  private struct Context: Decodable {
    struct Endpoint: Decodable {
      var host: String?
      /// Asks for TLS without a look at the engine's certificate, also where the context has no certificates.
      var skipsVerification: Bool?

      enum CodingKeys: String, CodingKey {
        case host = "Host"
        case skipsVerification = "SkipTLSVerify"
      }
    }
    var endpoints: [String: Endpoint]?

    enum CodingKeys: String, CodingKey { case endpoints = "Endpoints" }
  }

  /// The name of the context that is in use; nil where none is.
  func current() throws(AddressError) -> String? {
    let path = folder + "/config.json"
    guard exists(path) else { return nil }
    guard let bytes = read(path) else {
      throw AddressError("cannot read \(path): no permission — the default engine is used")
    }
    do {
      let name = try JSONDecoder().decode(Settings.self, from: Data(bytes)).currentContext
      return name?.isEmpty == false ? name : nil
    } catch {
      throw AddressError("cannot read \(path): it is not valid JSON — the default engine is used")
    }
  }

  /// The engine that the context of that name leads to.
  func address(of name: String) throws(AddressError) -> EngineAddress {
    let identity = SHA256.hexDigest(of: Array(name.utf8))
    let path = folder + "/contexts/meta/" + identity + "/meta.json"
    guard let bytes = read(path) else {
      throw AddressError(
        "cannot use the docker context \(name)", why: "no such context",
        advice: "see `docker context ls`")
    }
    guard let context = try? JSONDecoder().decode(Context.self, from: Data(bytes)),
      let endpoint = context.endpoints?["docker"], let host = endpoint.host, !host.isEmpty
    else {
      throw AddressError(
        "cannot use the docker context \(name)", why: "\(path) names no engine",
        advice: "see `docker context inspect \(name)`")
    }
    let address = try EngineAddress(host)
    if exists(folder + "/contexts/tls/" + identity + "/docker") {
      throw .needsTLS("the docker context \(name)", because: "it has certificates for TLS")
    }
    if endpoint.skipsVerification == true, address.isInTheClear {
      throw .needsTLS("the docker context \(name)", because: "its SkipTLSVerify asks for TLS")
    }
    return address
  }
}
