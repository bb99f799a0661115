/// What an engine is (GET /version).
public struct EngineVersion: Hashable, Sendable {
  /// The engine's own version: "28.2.2".
  public var version: String
  /// The newest API that it speaks; nil where it does not say.
  public var apiVersion: APIVersion?
  /// The oldest API that it speaks; nil where it does not say.
  public var minAPIVersion: APIVersion?
  /// The operating system: "linux".
  public var os: String
  /// The processor: "amd64".
  public var arch: String
  /// The kernel's version.
  public var kernel: String
  /// Whose engine it is: "Docker" or "Podman".
  public var product: String

  /// A version as given.
  public init(
    version: String, apiVersion: APIVersion? = nil, minAPIVersion: APIVersion? = nil, os: String = "linux",
    arch: String = "", kernel: String = "", product: String = "Docker"
  ) {
    self.version = version
    self.apiVersion = apiVersion
    self.minAPIVersion = minAPIVersion
    self.os = os
    self.arch = arch
    self.kernel = kernel
    self.product = product
  }
}
