import EngineModel

/// Why there is nothing to read: an empty view always says so.
enum EmptyLog {
  static func reason(_ logs: LogsState, _ state: SharedState) -> String {
    let engine = state.currentEngine
    if logs.showsErrorsOnly, !logs.search.isActive, !logs.buffer.isEmpty {
      return "nothing went to standard error — e shows all lines"
    }
    if logs.isSifting, !logs.buffer.isEmpty {
      return logs.isScanning ? "filtering …" : "no line matches /\(logs.search.text)/ — esc clears the filter"
    }
    guard let id = logs.containers.first, let stream = logs.streams[id] else {
      return state.details.subject == nil
        ? "nothing selected" : "no containers to read logs from"
    }
    if logs.containers.allSatisfy({ isFailed(logs.streams[$0]) }), case .failed(let trouble) = stream.phase {
      return trouble.description
    }
    if !engine.connection.isLive { return "the engine is not answering: the log resumes when it is back" }
    if logs.isCleared { return "cleared: new lines will appear here" }
    if logs.containers.count == 1, let container = engine.facts.containers[id] {
      if container.state == .created { return "no output: this container was never started" }
      if let window = stream.request.window {
        return "no output in the last \(Quantity.age(seconds: Double(window.components.seconds))): "
          + (logs.span == .settings ? "logs.since in the settings hides older lines" : "s reads more")
      }
      if stream.phase == .ended { return "no output: it exited without writing a line" }
      return "no output yet: lines appear here as they are written"
    }
    return "no output yet"
  }

  private static func isFailed(_ stream: ShownLog?) -> Bool {
    if case .failed? = stream?.phase { true } else { false }
  }
}
