public import EngineModel
import EngineTransport

extension EngineClient {
  /// Asks the engine which API it speaks, and speaks the highest that both know from then on.
  ///
  /// HEAD /_ping, GET /_ping where the engine does not know that. An engine that does not tell is an old one: 1.24.
  @discardableResult
  public func negotiate() async throws(EngineError) -> PingAnswer {
    let answer = try await ping()
    apiVersion = min(answer.apiVersion ?? .oldest, .newest)
    isPodman = answer.podman != nil
    return answer
  }

  /// HEAD /_ping, GET /_ping where the engine does not know that. Each may take so many seconds.
  public func ping(within seconds: Double = 10) async throws(EngineError) -> PingAnswer {
    var (head, get) = (EngineRequest.ping, EngineRequest.pingWithGet)
    (head.timeout, get.timeout) = (seconds, seconds)
    var answer = try await send(head, version: .oldest)
    if !answer.head.isSuccess { answer = try await send(get, version: .oldest) }
    guard answer.head.isSuccess else {
      let message = ErrorMessage.text(status: answer.head.status, body: answer.body)
      throw EngineError(.status(answer.head.status, message: message), .pingWithGet)
    }
    return PingAnswer(
      apiVersion: answer.head["api-version"].flatMap { APIVersion($0) }, osType: answer.head["ostype"],
      builder: answer.head["builder-version"], swarm: answer.head["swarm"],
      podman: answer.head["libpod-api-version"])
  }

  /// Does something in the version that is spoken, and once more in the one that the engine asks for where it refuses
  /// that version.
  func negotiated<Value>(
    _ request: EngineRequest, _ body: (APIVersion) async throws(EngineError) -> Value
  ) async throws(EngineError) -> Value {
    if apiVersion == nil, !request.isUnversioned, !refuses(request) { try await negotiate() }
    let version = apiVersion ?? .oldest
    do throws(EngineError) {
      return try await body(version)
    } catch {
      guard case .status(400, let message) = error.kind, let wanted = VersionRefusal.wanted(in: message),
        wanted != version, wanted <= .newest, wanted >= .oldest
      else { throw error }
      apiVersion = wanted
      return try await body(wanted)
    }
  }

  /// A request that will be refused needs no negotiation before.
  private func refuses(_ request: EngineRequest) -> Bool { isReadOnly && !request.method.isSafe }
}

/// The engine's answer to a version that it does not speak: "client version 1.56 is too old. Minimum supported API
/// version is 1.60, please upgrade …", "client version 1.56 is too new. Maximum supported API version is 1.41".
enum VersionRefusal {
  /// The version that the engine asks for; nil where the message is about something else.
  static func wanted(in message: String) -> APIVersion? {
    let words = message.split { $0 == " " || $0 == "," || $0.isNewline }
    guard message.hasPrefix("client version"), let limit = words.lastIndex(where: { $0 == "is" }),
      limit + 1 < words.count
    else { return nil }
    let text = words[limit + 1]
    return APIVersion(text.hasSuffix(".") ? text.dropLast() : text)
  }
}
