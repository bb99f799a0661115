import Dashboard
import EngineClient
import EngineModel
import Troubles

extension EngineClient {
  /// How often a container is looked at while it is waited for, as Compose does.
  private static let interval = Duration.milliseconds(500)

  /// Waits until a container is ready; fails when it cannot become so any more. Ends when its task is cancelled.
  func wait(for id: ContainerID, _ readiness: Readiness) async -> JobOutcome {
    while !Task.isCancelled {
      do throws(EngineError) {
        if let outcome = Self.outcome(of: try await container(id), readiness) { return outcome }
      } catch {
        return .failed(error.trouble)
      }
      try? await Task.sleep(for: Self.interval)
    }
    return .cancelled
  }

  /// How waiting ends; nil while it goes on.
  private static func outcome(of container: ContainerDetails, _ readiness: Readiness) -> JobOutcome? {
    let isAlive = [.running, .restarting, .paused, .created].contains(container.run.state)
    switch readiness {
    case .completed:
      if isAlive { return nil }
      let code = container.run.exitCode
      return code == 0 ? .done : .failed(Trouble("\(container.name) exited with code \(code)"))
    case .healthy:
      guard isAlive else {
        return .failed(
          Trouble("\(container.name) exited with code \(container.run.exitCode) before it was healthy"))
      }
      switch container.health?.status ?? .none {
      case .healthy: return .done
      case .unhealthy: return .failed(Trouble("\(container.name) is unhealthy"))
      case .none: return .failed(Trouble("\(container.name) has no health check"))
      default: return nil
      }
    }
  }
}
