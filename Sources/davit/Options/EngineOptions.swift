import ArgumentParser

/// Which engine is meant.
struct EngineOptions: ParsableArguments {
  @Option(name: [.customShort("H"), .long], help: "The engine's address: unix:///path or tcp://host:port.")
  var host: String?

  @Option(name: .shortAndLong, help: "A docker context from the docker CLI's config folder.")
  var context: String?

  @Flag(name: .long, help: "Use a simulated engine that runs inside this process.")
  var demo = false

  @Option(
    name: .long, help: ArgumentHelp("The number of containers of the simulated engine.", valueName: "N"))
  var containers = 24

  @Flag(name: .long, help: "Refuse every command that changes something.")
  var readOnly = false

  /// Whether an engine is named at all.
  var namesOne: Bool { demo || host != nil || context != nil }

  func validate() throws {
    guard (0...5_000).contains(containers) else {
      throw ValidationError("--containers takes a number from 0 to 5000")
    }
    guard host == nil || context == nil else {
      throw ValidationError("--host and --context each name an engine: give only one")
    }
    guard !(demo && (host != nil || context != nil)) else {
      throw ValidationError("--demo brings its own engine: omit --host and --context")
    }
  }
}
