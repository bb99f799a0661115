import ComposeFile
import EngineModel

/// One container as a service: the fields of its inspect document, one after the other, each of which is written or named
/// as left out.
struct DraftedService {
  let container: ContainerDetails
  let name: String
  let peers: DraftPeers
  /// `Config` of the image; null where the image is not there.
  let image: JSONValue
  private(set) var definition = ComposeMap()
  /// The networks that the service is in, by the name on the engine.
  var networks: [String] = []
  /// The volumes that it mounts.
  var volumes: [(key: String, name: String)] = []
  /// What is not written, a few words each.
  var leftOut: [String] = []
  /// The members of the document that were looked at.
  private var seen: Set<String> = []

  init(_ container: ContainerDetails, image: JSONValue?, name: String, peers: DraftPeers) {
    self.container = container
    self.name = name
    self.peers = peers
    self.image = image?["Config"] ?? .null
  }

  /// Reads the whole document.
  mutating func write() {
    writeProcess()
    writeMounts()
    writeNetworks()
    writeNames()
    writeLimits()
    writeRights()
    writeLogging()
    nameTheRest()
  }

  /// A member of `Config`, which from now on counts as looked at.
  mutating func config(_ key: String) -> JSONValue {
    seen.insert("Config." + key)
    return container.document["Config"][key]
  }

  /// A member of `HostConfig`, which from now on counts as looked at.
  mutating func host(_ key: String) -> JSONValue {
    seen.insert("HostConfig." + key)
    return container.document["HostConfig"][key]
  }

  /// Writes a key; nothing for nil.
  mutating func set(_ key: String, _ node: ComposeNode?) {
    if let node { definition[key] = node }
  }

  /// Writes a text; nothing for nil and the empty one.
  mutating func set(_ key: String, text: String?) {
    if let text, !text.isEmpty { definition[key] = .text(text) }
  }

  /// Writes a list of texts; nothing for an empty one.
  mutating func set(_ key: String, texts: [String]) {
    if !texts.isEmpty { definition[key] = ComposeNode(.list(texts.map(ComposeNode.text))) }
  }

  /// Writes a number other than 0.
  mutating func set(_ key: String, number: Int?) {
    if let number, number != 0 { definition[key] = ComposeNode(.integer(number)) }
  }

  /// Writes a switch that is on.
  mutating func set(_ key: String, flag: JSONValue) {
    if flag.bool == true { definition[key] = .bool(true) }
  }

  /// What nothing above has read, and what says something: named, so that nobody misses it later.
  private mutating func nameTheRest() {
    for part in ["Config", "HostConfig"] {
      for member in container.document[part].members {
        let path = "\(part).\(member.key)"
        guard !seen.contains(path), !Self.implied.contains(path), member.value.saysSomething else { continue }
        leftOut.append(String(path.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }))
      }
    }
  }

  /// What the engine and its clients fill in by themselves.
  private static let implied: Set<String> = [
    "Config.AttachStdin", "Config.AttachStdout", "Config.AttachStderr", "Config.StdinOnce", "Config.Image",
    "Config.ArgsEscaped", "Config.OnBuild", "Config.Shell", "Config.NetworkDisabled",
    "HostConfig.ConsoleSize",
    "HostConfig.ContainerIDFile", "HostConfig.MaskedPaths", "HostConfig.ReadonlyPaths", "HostConfig.Cgroup",
  ]
}

extension JSONValue {
  /// Whether it is more than nothing: neither null, false, 0, "" nor empty.
  var saysSomething: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .number(let text): Double(text) != 0
    case .string(let text): !text.isEmpty
    case .array(let elements): elements.contains(where: \.saysSomething)
    case .object(let members): !members.isEmpty
    }
  }
}
