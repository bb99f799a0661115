/// All that an engine knows, and its present.
struct SimulatedState: Sendable {
  /// What a waiting stream wants to hear of.
  enum Topic: Hashable, Sendable {
    case events
    case container(String)
    /// Nothing but the clock.
    case clock
  }

  let options: SimulatedEngine.Options
  /// When the engine came up.
  let started: EngineInstant
  /// The moment that requests and happenings act in.
  var now: EngineInstant
  var containers: [String: ContainerRecord] = [:]
  /// Ids, newest container first: the order of lists.
  var order: [String] = []
  var idsByName: [String: String] = [:]
  var images: [ImageRecord] = []
  var volumes: [VolumeRecord] = []
  /// The files that were put into containers, by id, and into volumes, by name; paths are from there.
  var placed: [String: [ServedFile]] = [:]
  /// What the builder keeps.
  var cache = SimulatedCache.usual
  var networks: [NetworkRecord] = []
  var events = EventLog()
  var agenda = Agenda()
  /// Streams to wake when the present request is done.
  var touched: Set<Topic> = []
  /// Texts of the container list, kept until their container changes.
  var summaries: [String: ServedSummary] = [:]
  /// How many containers show their health checks in the events.
  var probing = 0
  var hosts: [String: Int] = [:]

  init(options: SimulatedEngine.Options, now: EngineInstant) {
    self.options = options
    started = now
    self.now = now
  }

  /// Adds an event and wakes who listens.
  mutating func emit(_ type: String, _ action: String, _ actor: String, _ attributes: [String: String] = [:])
  {
    events.append(SimulatedEvent(type: type, action: action, actor: actor, attributes: attributes), at: now)
    touched.insert(.events)
  }

  /// Changes a container: its list text is made anew, and its streams wake.
  mutating func change(_ id: String, _ body: (inout ContainerRecord) -> Void) {
    guard containers[id] != nil else { return }
    summaries[id] = nil
    touched.insert(.container(id))
    containers[id]?.apply(body)
  }

  /// The containers, newest first.
  var allContainers: [ContainerRecord] { order.compactMap { containers[$0] } }
}
