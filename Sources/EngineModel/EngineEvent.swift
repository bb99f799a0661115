/// Something that happened in the engine (GET /events).
public struct EngineEvent: Hashable, Sendable {
  /// What kind of thing an event is about.
  public enum Kind: Hashable, Sendable {
    /// A container; the actor is its id.
    case container
    /// An image; the actor is its id or name.
    case image
    /// A volume; the actor is its name.
    case volume
    /// A network; the actor is its id.
    case network
    /// The engine itself.
    case daemon
    /// A kind that is not known here.
    case other(String)

    /// The kind for the engine's word.
    public init(_ word: String) {
      switch word {
      case "container": self = .container
      case "image": self = .image
      case "volume": self = .volume
      case "network": self = .network
      case "daemon": self = .daemon
      default: self = .other(word)
      }
    }
  }

  /// What it is about.
  public var kind: Kind
  /// What happened, as the engine says: "start", "exec_start: sh", "health_status: healthy".
  public var action: String
  /// The id or name of the thing that it happened to.
  public var actorID: String
  /// The thing's labels and some facts beside: "name", "image", "exitCode", "signal", "container".
  public var attributes: [String: String]
  /// When it happened.
  public var time: Timestamp

  /// An event as given.
  public init(
    kind: Kind, action: String, actorID: String, attributes: [String: String] = [:],
    time: Timestamp = Timestamp(nanoseconds: 0)
  ) {
    self.kind = kind
    self.action = action
    self.actorID = actorID
    self.attributes = attributes
    self.time = time
  }

  /// What happened without its detail: "health_status" of "health_status: healthy".
  public var baseAction: String {
    action.firstIndex(of: ":").map { String(action[..<$0]) } ?? action
  }

  /// The detail of what happened: "healthy" of "health_status: healthy"; nil where there is none.
  public var actionDetail: String? {
    guard let colon = action.firstIndex(of: ":") else { return nil }
    let detail = action[action.index(after: colon)...].drop { $0 == " " }
    return detail.isEmpty ? nil : String(detail)
  }
}
