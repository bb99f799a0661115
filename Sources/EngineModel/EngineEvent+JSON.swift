extension EngineEvent: JSONReadable {
  /// Reads one event; engines before API 1.22, and Podman in places, have only the old `status` and `id`.
  public init(from scanner: inout JSONScanner) throws(JSONError) {
    guard scanner.nextKind() == .object else { throw scanner.mismatch() }
    self.init(kind: .container, action: "", actorID: "")
    var (oldStatus, oldID): (String, String) = ("", "")
    var (seconds, nanoseconds): (Int64?, Int64?) = (nil, nil)
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      case "Type": kind = Kind(try scanner.string() ?? "container")
      case "Action": action = try scanner.string() ?? ""
      case "Actor": try readActor(&scanner)
      case "status": oldStatus = try scanner.string() ?? ""
      case "id": oldID = try scanner.string() ?? ""
      case "time": seconds = try scanner.integer()
      case "timeNano": nanoseconds = try scanner.integer()
      default: try scanner.skip()
      }
    }
    if action.isEmpty { action = oldStatus }
    if actorID.isEmpty { actorID = oldID }
    time = nanoseconds.map(Timestamp.init(nanoseconds:)) ?? Timestamp(seconds: seconds ?? 0)
  }

  private mutating func readActor(_ scanner: inout JSONScanner) throws(JSONError) {
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      case "ID": actorID = try scanner.string() ?? ""
      case "Attributes": attributes = try scanner.stringMap()
      default: try scanner.skip()
      }
    }
  }
}
