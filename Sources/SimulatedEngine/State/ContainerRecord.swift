/// A container as the engine holds it.
struct ContainerRecord: Sendable {
  /// What it does, in the engine's words.
  enum Phase: String, Sendable {
    case created, running, paused, restarting, exited, dead
  }

  /// Its place in a network.
  struct Endpoint: Sendable {
    var network: String
    var networkID: String
    var endpointID: String
    var address: String
    var gateway: String
    var prefixLength: Int
    var mac: String
    var aliases: [String] = []
  }

  let id: String
  let seed: UInt64
  let imageID: String
  let created: EngineInstant
  /// What it was made from; only the name changes.
  var spec: SimulatedContainer
  var endpoints: [Endpoint] = []
  var phase: Phase = .created
  var startedAt: EngineInstant?
  var finishedAt: EngineInstant?
  var exitCode = 0
  var isOutOfMemory = false
  var restartCount = 0
  var health: SimulatedContainer.HealthStatus?
  var failingStreak = 0
  /// Counts its starts, so that what was planned for an earlier run is dropped.
  var run = 0
  var isStopping = false
  var log = ContainerLog()
  /// How long this run has been running before `activeSince`.
  private var activeBefore: Duration = .zero
  private var activeSince: EngineInstant?

  init(spec: SimulatedContainer, id: String, imageID: String, created: EngineInstant) {
    self.spec = spec
    self.id = id
    self.imageID = imageID
    self.created = created
    seed = stableHash(id)
    health = spec.health?.status
  }

  var shortID: String { String(id.prefix(12)) }
  /// Whether it has processes: running or paused.
  var isLive: Bool { phase == .running || phase == .paused }
  var pid: Int { isLive ? 1000 + Int(mixed(seed &+ UInt64(run)) % 60_000) : 0 }

  /// How long this run has been running without pauses.
  func active(at now: EngineInstant) -> Duration {
    activeBefore + (activeSince.map { now.since($0) } ?? .zero)
  }

  /// The counters of this run; zero where nothing runs.
  func usage(at now: EngineInstant) -> Usage {
    guard isLive else { return Usage() }
    return spec.usage.usage(after: active(at: now).inSeconds, seed: seed)
  }

  /// A new run begins: counters and log start.
  mutating func begin(at instant: EngineInstant) {
    phase = .running
    startedAt = instant
    run += 1
    isStopping = false
    exitCode = 0
    isOutOfMemory = false
    activeBefore = .zero
    activeSince = instant
    if spec.health != nil { health = .starting }
    failingStreak = 0
    log.open(spec.log, seed: seed, at: instant)
  }

  /// The run ends.
  mutating func end(code: Int, at instant: EngineInstant) {
    phase = .exited
    exitCode = code
    finishedAt = instant
    isStopping = false
    activeSince = nil
    if health != nil { health = .unhealthy }
    log.close(at: instant)
  }

  mutating func apply(_ body: (inout ContainerRecord) -> Void) { body(&self) }

  mutating func pause(at instant: EngineInstant) {
    activeBefore = active(at: instant)
    activeSince = nil
    phase = .paused
    log.close(at: instant)
  }

  mutating func unpause(at instant: EngineInstant) {
    activeSince = instant
    phase = .running
    log.open(spec.log, seed: seed, at: instant)
  }
}
