import EngineModel
import TerminalUI

/// An event in words.
enum EventText {
  /// The word for the kind of thing that it is about.
  static func kind(_ event: EngineEvent) -> String {
    switch event.kind {
    case .container: "container"
    case .image: "image"
    case .volume: "volume"
    case .network: "network"
    case .daemon: "daemon"
    case .other(let word): word
    }
  }

  /// What it is about, by name where the event tells one.
  static func name(_ event: EngineEvent) -> String {
    if let name = event.attributes["name"], !name.isEmpty { return name }
    return event.kind == .volume ? VolumeName(event.actorID).short : ContainerID(event.actorID).short
  }

  /// What there is to say beside the action: how it ended, by which signal, with what.
  static func detail(_ event: EngineEvent, _ engine: EngineState) -> String {
    var parts: [String] = []
    if let detail = event.actionDetail { parts.append(detail) }
    if event.baseAction == "die" { parts.append(RunEnd(death: event).words) }
    if let signal = event.attributes["signal"] { parts.append("signal \(signal)") }
    if event.kind == .network, let container = event.attributes["container"], !container.isEmpty {
      parts.append(engine.containerName(ContainerID(container)))
    }
    if event.kind == .volume, let place = event.attributes["destination"] { parts.append("at \(place)") }
    if let freed = event.attributes["reclaimed"].flatMap({ UInt64($0) }), freed > 0 {
      parts.append("\(Quantity.bytes(freed)) freed")
    }
    if event.kind == .container, ["create", "start"].contains(event.baseAction),
      let image = event.attributes["image"]
    {
      parts.append(image)
    }
    return parts.joined(separator: ", ")
  }

  /// How it is drawn.
  static func role(_ event: EngineEvent) -> Role {
    switch event.baseAction {
    case "die": RunEnd(death: event).exitCode == 0 ? .text : .failed
    case "oom", "kill": .failed
    case "health_status":
      event.actionDetail == "unhealthy" ? .unhealthy : event.actionDetail == "healthy" ? .healthy : .text
    case "start", "unpause": .success
    case "destroy", "delete", "prune", "remove": .warning
    default: isNoise(event) ? .muted : .text
    }
  }

  /// Whether it says little: what every health check and every look into a container leaves behind.
  static func isNoise(_ event: EngineEvent) -> Bool {
    event.kind == .container
      && ["exec_create", "exec_start", "exec_die", "exec_detach", "top", "resize"].contains(event.baseAction)
  }
}

extension RunEnd {
  /// `exit 137, SIGKILL`; of memory that ran out that.
  var words: String {
    guard let exitCode else { return "ended, the engine no longer knows how" }
    let meaning = isOutOfMemory ? "out of memory" : ExitCode.meaning(of: exitCode)
    return "exit \(exitCode)" + (meaning.map { ", \($0)" } ?? "")
  }
}
