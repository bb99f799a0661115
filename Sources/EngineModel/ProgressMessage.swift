/// One message of what takes long: POST /images/create, /images/{name}/push, /images/load and /build answer with a
/// stream of them, one a line. All is optional, and engines differ in what they say.
public struct ProgressMessage: Hashable, Sendable {
  /// What it is about: a layer, by its short id; nil for the whole.
  public var id: String?
  /// What happens: "Downloading", "Pull complete".
  public var status: String?
  /// How much of it is done; nil where that is not told.
  public var current: UInt64?
  /// How much there is; nil where that is not told.
  public var total: UInt64?
  /// What `current` and `total` count; nil for bytes. Engines with containerd's images count seconds of unpacking ("s").
  public var units: String?
  /// What a step has printed, its end of line included: builds, "Loaded image: …".
  public var stream: String?
  /// Why the whole has failed. It comes in an answer whose status was 200 long before (`errorDetail`, API 1.48 has
  /// deprecated `error`); nothing follows.
  public var failure: String?
  /// The digest that a push has ended in (`aux.Digest`).
  public var digest: String?

  /// A message that says nothing.
  public init() {}
}

extension ProgressMessage: JSONReadable {
  /// Reads one message; what has another form is left empty.
  public init(from scanner: inout JSONScanner) throws(JSONError) {
    self.init()
    guard scanner.nextKind() == .object else { throw scanner.mismatch() }
    var (plainError, detail): (String?, String?) = (nil, nil)
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      case "id": id = try scanner.string()
      case "status": status = try scanner.string()
      case "stream": stream = try scanner.string()
      case "error": plainError = try scanner.string()
      case "errorDetail": detail = try JSONValue(from: &scanner)["message"].string
      case "progressDetail": try readDetail(&scanner)
      case "aux": digest = try JSONValue(from: &scanner)["Digest"].string
      default: try scanner.skip()
      }
    }
    failure = [detail, plainError].compactMap { $0 }.first { !$0.isEmpty }
    if id?.isEmpty == true { id = nil }
  }

  private mutating func readDetail(_ scanner: inout JSONScanner) throws(JSONError) {
    guard scanner.nextKind() == .object else { return try scanner.skip() }
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      // What is not known is told as -1.
      case "current": current = try scanner.integer().flatMap { UInt64(exactly: $0) }
      case "total": total = try scanner.integer().flatMap { $0 > 0 ? UInt64(exactly: $0) : nil }
      case "units": units = try scanner.string()
      default: try scanner.skip()
      }
    }
  }

  /// Reads a line of such a stream. One that is no JSON counts as something printed.
  public init(line: [UInt8]) {
    do throws(JSONError) {
      self = try ProgressMessage(json: line)
    } catch {
      self.init()
      stream = String(decoding: line.prefix(4_096), as: UTF8.self)
    }
  }
}
