import EngineModel

extension EngineRequest {
  /// How long an engine may take to hear from a registry, in seconds.
  private static let patience = 60.0

  /// GET /distribution/{name}/json (API 1.30): what the registry has under a name now. 401 and 403 where it lets nobody
  /// in, 404 where it has no such name.
  public static func distribution(_ name: String, auth: RegistryAuth? = nil) -> EngineRequest {
    var request = EngineRequest(.get, "distribution", name, "json", timeout: patience)
    request.registryAuth = auth
    return request
  }
}

extension EngineClient {
  /// The digest of what a registry has under a name now, `sha256:…`: of an image for several platforms that of their list,
  /// as it stands in `RepoDigests` of an image that was pulled.
  public func registryDigest(of name: String, auth: RegistryAuth? = nil) async throws(EngineError) -> String {
    try await read(.distribution(name, auth: auth)) { answer in
      answer["Descriptor"]["digest"].string.flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
