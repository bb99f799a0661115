import EngineClient
import EngineModel
import Troubles

/// What to do where a registry is in the way. Engines hand on what they heard in words of many sources, so the words
/// are what there is to go by; those that are not known stand alone.
enum RegistryAdvice {
  static func trouble(
    _ error: EngineError, about reference: String, _ found: RegistryCredentials.Found
  ) -> Trouble {
    let trouble = error.trouble
    if error.isConnectionLoss {
      return Trouble(trouble.what, why: trouble.why, advice: "layers that are complete are kept: try again")
    }
    let host = ImageName(reference).registry
    let advice = advice(for: trouble.summary.lowercased(), host, found)
    return Trouble(trouble.what, why: trouble.why, advice: advice ?? trouble.advice)
  }

  private static func advice(
    for text: String, _ host: String, _ found: RegistryCredentials.Found
  ) -> String? {
    func says(_ words: String...) -> Bool { words.contains(where: text.contains) }
    if isLimit(text) {
      return "\(host) allows only so much in a while: wait, or log in for more (docker login\(login(host)))"
    }
    if says("unauthorized", "authentication required", "no basic auth", "denied", "forbidden", "401") {
      return access(host, found)
    }
    if says("http response to https client") {
      return "\(host) has no TLS: name it in insecure-registries of the engine's daemon.json"
    }
    if says("x509", "certificate") {
      return "give the engine the certificate of \(host), see its certs.d folder"
    }
    if isAbsent(text) {
      return "\(host) does not answer the engine: is it up, and can the engine's host reach it?"
    }
    if says("no matching manifest", "does not match the specified platform") {
      return "there is none for this platform: name another one"
    }
    if says("manifest unknown", "not found", "does not exist") { return "check the name and the tag" }
    if says("no space left") { return "the engine's disk is full: see davit df" }
    if says("unexpected eof", "connection reset") {
      return "the line broke: try again, what is complete is kept"
    }
    return nil
  }

  /// Whether a registry says that it was asked too much.
  static func isLimit(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["toomanyrequests", "too many requests", "rate limit", "429"].contains(where: text.contains)
  }

  /// Whether nobody answers at a registry.
  static func isAbsent(_ text: String) -> Bool {
    let text = text.lowercased()
    return [
      "no such host", "connection refused", "i/o timeout", "client.timeout", "awaiting headers", "no route",
    ].contains(where: text.contains)
  }

  private static func access(_ host: String, _ found: RegistryCredentials.Found) -> String {
    switch found {
    case .none: "davit has no credentials for \(host): docker login\(login(host))"
    case .unusable(let why): "\(why): docker login\(login(host))"
    case .credentials(_, let source):
      "\(host) does not accept what is kept in \(source), or it does not suffice: docker login\(login(host))"
    }
  }

  private static func login(_ host: String) -> String { host == ImageName.dockerHub ? "" : " \(host)" }
}
