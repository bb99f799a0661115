import EngineModel

/// The form that changes the limits and the restart policy of a container while it runs.
enum LimitForm {
  static func form(_ target: ContainerTarget, _ state: SharedState) -> Form<ContainerAction> {
    let host = details(target, state)?.host
    func now(_ text: String?) -> String { text.map { "now \($0)" } ?? "no limit now" }
    return Form(
      "Limits of \(state.name(of: target))", .limits(target),
      [
        .init(
          "Memory", placeholder: now(host?.memoryLimit.map { Quantity.bytes($0) }), history: "memory"),
        .init(
          "CPUs", placeholder: now(host?.nanoCPUs.map { Quantity.plainCores(Double($0) / 1e9) }),
          history: "cpus"),
        .init("Processes", placeholder: now(host?.pidsLimit.map { String($0) }), history: "processes"),
        .init(
          "Restart",
          placeholder: "now \(host.map { $0.restartPolicy.isEmpty ? "no" : $0.restartPolicy } ?? "?")",
          completion: .words(["no", "always", "unless-stopped", "on-failure", "on-failure:5"])),
      ])
  }

  private static func details(_ target: ContainerTarget, _ state: SharedState) -> ContainerDetails? {
    guard
      case .container(let details)? = state.engines[target.engine].documents[.container(target.id)]?.document
    else { return nil }
    return details
  }

  /// What was typed, as limits.
  private static func limits(
    _ target: ContainerTarget, _ texts: [String], _ state: SharedState
  ) throws(LimitProblem) -> ContainerLimits {
    guard let details = details(target, state) else {
      throw LimitProblem("its present limits are still loading: try again")
    }
    let typed = texts.map(\.trimmed) + ["", "", "", ""]
    return try ContainerLimits(
      memory: typed[0], cores: typed[1], pids: typed[2], restart: typed[3], now: details.host,
      swap: details.document["HostConfig"]["MemorySwap"].int.map(Int64.init))
  }

  /// Why the answers cannot be taken; nil when they can.
  static func problem(_ target: ContainerTarget, _ texts: [String], _ state: SharedState) -> String? {
    do throws(LimitProblem) {
      _ = try limits(target, texts, state)
      return nil
    } catch {
      return error.text
    }
  }

  /// Asks the engine for what was typed.
  static func begin(
    _ target: ContainerTarget, _ texts: [String], _ state: SharedState
  ) -> [Outcome<ContainerAction>] {
    guard let limits = try? limits(target, texts, state) else { return [] }
    guard !limits.isEmpty else {
      return [.notice(Notice(.information, "nothing to change: no value was typed"))]
    }
    return [.begin(.calls([.update(target.id, limits)]), on: target.engine)]
  }
}
