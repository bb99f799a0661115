/// A container's entry in the list, as text in two parts: between them goes the status, which time changes.
struct ServedSummary: Sendable {
  /// Whether it has the shape since API 1.52.
  let isNew: Bool
  let head: [UInt8]
  let tail: [UInt8]
}

extension SimulatedState {
  /// Appends a container's entry in the list, from the kept text where nothing changed.
  mutating func appendSummary(
    of record: ContainerRecord, version: ServedVersion, size: Bool, to output: inout [UInt8]
  ) {
    let isNew = version >= ServedVersion(1, 52)
    let summary: ServedSummary
    if let kept = summaries[record.id], kept.isNew == isNew {
      summary = kept
    } else {
      summary = Self.summary(of: record, isNew: isNew)
      summaries[record.id] = summary
    }
    output.append(contentsOf: summary.head)
    output.appendQuoted(record.status(at: now, withHealth: !options.isPodman))
    if size {
      output.append(contentsOf: ",\"SizeRw\":\(record.writableSize),\"SizeRootFs\":187000000".utf8)
    }
    output.append(contentsOf: summary.tail)
  }

  private static func summary(of record: ContainerRecord, isNew: Bool) -> ServedSummary {
    let spec = record.spec
    var head = JSON.object([
      ("Id", .string(record.id)), ("Names", [.string("/" + spec.name)]), ("Image", .string(spec.image)),
      ("ImageID", .string(record.imageID)), ("Command", .string(spec.command.joined(separator: " "))),
      ("Created", .integer(record.created.seconds)), ("Ports", record.portList),
      ("Labels", .strings(spec.labels)), ("State", .string(record.phase.rawValue)),
    ]).bytes
    head.removeLast()
    head.append(contentsOf: ",\"Status\":".utf8)
    var members: [(String, JSON)] = [
      ("HostConfig", ["NetworkMode": .string(spec.networks.first ?? "default")]),
      ("NetworkSettings", ["Networks": record.networkMap]), ("Mounts", record.mountList),
    ]
    if isNew {
      let status = record.health?.rawValue ?? "none"
      let health: JSON = ["Status": .string(status), "FailingStreak": .int(record.failingStreak)]
      members.append(("Health", health))
    }
    var tail = JSON.object(members).bytes
    tail[0] = UInt8(ascii: ",")
    return ServedSummary(isNew: isNew, head: head, tail: tail)
  }
}
