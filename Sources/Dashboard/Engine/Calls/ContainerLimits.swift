import EngineModel

/// What a container may use and when it is restarted, as far as that is to be changed while it exists
/// (POST /containers/{id}/update, API 1.22 and later); nil leaves a value as it is.
package struct ContainerLimits: Sendable, Hashable {
  /// Memory in bytes.
  package var memory: UInt64?
  /// Memory and swap together in bytes; -1 for as much swap as there is. It has to follow the memory.
  package var memorySwap: Int64?
  /// CPU time in billionths of a core; 0 for as much as there is.
  package var nanoCPUs: UInt64?
  /// The number of processes; 0 for as many as there may be.
  package var pids: Int?
  /// "no", "always", "unless-stopped" or "on-failure".
  package var restartPolicy: String?
  /// How often "on-failure" tries; 0 for without end.
  package var retries = 0

  /// Nothing to change.
  package init() {}

  /// Whether nothing is to be changed.
  var isEmpty: Bool { self == ContainerLimits() }

  /// The words of `docker update` for it.
  var words: [String] {
    var words: [String] = []
    if let memory { words += ["--memory", String(memory)] }
    if let memorySwap { words += ["--memory-swap", String(memorySwap)] }
    if let nanoCPUs { words += ["--cpus", Quantity.plainCores(Double(nanoCPUs) / 1e9)] }
    if let pids { words += ["--pids-limit", String(pids == 0 ? -1 : pids)] }
    if let restartPolicy { words += ["--restart", restartPolicy + (retries > 0 ? ":\(retries)" : "")] }
    return words
  }
}

extension ContainerLimits {
  /// What was typed; an empty text leaves the value as it is. Memory takes its swap along, as far from it as it was.
  ///
  /// - Throws: one line for the user.
  init(memory: String, cores: String, pids: String, restart: String, now: HostSettings?, swap: Int64?)
    throws(LimitProblem)
  {
    if !memory.isEmpty {
      guard let bytes = Self.bytes(memory), bytes >= 6 << 20 else {
        throw LimitProblem("memory looks like 512m or 2g, at least 6m")
      }
      self.memory = bytes
      memorySwap = Self.swap(for: bytes, now: now?.memoryLimit, swap: swap)
    }
    if !cores.isEmpty {
      guard let value = Double(cores), value >= 0, value < 10_000, value.isFinite else {
        throw LimitProblem("CPUs look like 0.5 or 2; 0 is no limit")
      }
      nanoCPUs = UInt64((value * 1e9).rounded())
    }
    if !pids.isEmpty {
      guard let value = Int(pids), value >= 0 else {
        throw LimitProblem("processes: a number; 0 is no limit")
      }
      self.pids = value
    }
    if !restart.isEmpty { try setRestart(restart) }
  }

  private mutating func setRestart(_ text: String) throws(LimitProblem) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first, ["no", "always", "unless-stopped", "on-failure"].contains(name) else {
      throw LimitProblem("restart is no, always, unless-stopped, on-failure or on-failure:5")
    }
    restartPolicy = name
    guard parts.count > 1 else { return }
    guard name == "on-failure", let count = Int(parts[1]), count > 0 else {
      throw LimitProblem("only on-failure takes a number of retries: on-failure:5")
    }
    retries = count
  }

  /// Bytes as docker takes them: `512m`, `2g`, `1.5G`, a plain number.
  private static func bytes(_ text: String) -> UInt64? {
    var digits = text.lowercased()
    if digits.hasSuffix("b") { digits.removeLast() }
    let factors: [Character: Double] = [
      "k": 1_024, "m": 1_048_576, "g": 1_073_741_824, "t": 1_099_511_627_776,
    ]
    let factor = digits.last.flatMap { factors[$0] }
    if factor != nil { digits.removeLast() }
    if digits.hasSuffix("i") { digits.removeLast() }
    guard let value = Double(digits), value > 0, value * (factor ?? 1) < 1e18 else { return nil }
    return UInt64(value * (factor ?? 1))
  }

  /// The swap that keeps its distance from the memory. Without a limit the engine would set it to twice the memory.
  private static func swap(for memory: UInt64, now: UInt64?, swap: Int64?) -> Int64 {
    guard let swap, swap != 0, let now, let old = Int64(exactly: now) else { return Int64(memory) * 2 }
    return swap < 0 ? -1 : Int64(memory) + max(0, swap - old)
  }
}

/// Why a limit cannot be taken.
struct LimitProblem: Error {
  let text: String

  init(_ text: String) { self.text = text }
}
