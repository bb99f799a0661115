import EngineTransport

/// The variables that Compose is run with.
enum ComposeEnvironment {
  /// Those around davit, with the engine on the screen in place of the one that the docker CLI would use.
  static func variables(_ surrounding: [String: String], engine: EngineAddress) -> [String: String] {
    var variables = surrounding
    variables["DOCKER_HOST"] = engine.description
    variables["DOCKER_CONTEXT"] = nil
    // Compose's menu waits for keys; its progress is told in lines; orphans are removed only where it was asked for.
    variables["COMPOSE_MENU"] = "0"
    variables["COMPOSE_PROGRESS"] = nil
    variables["COMPOSE_ANSI"] = nil
    variables["COMPOSE_REMOVE_ORPHANS"] = nil
    if case .unix = engine {
      variables["DOCKER_TLS_VERIFY"] = nil
      variables["DOCKER_TLS"] = nil
    }
    return variables
  }
}
