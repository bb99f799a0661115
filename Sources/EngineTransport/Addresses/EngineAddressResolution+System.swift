import FoundationEssentials

extension EngineAddressResolution {
  /// The resolution over this process's environment and the machine's files.
  public static var system: EngineAddressResolution {
    EngineAddressResolution(
      environment: ProcessInfo.processInfo.environment,
      exists: { FileManager.default.fileExists(atPath: $0) },
      read: { path in FileManager.default.contents(atPath: path).map { [UInt8]($0) } })
  }
}
