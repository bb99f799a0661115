extension Route {
  /// What reads containers.
  static let containers: [Route] = [
    Route(.GET, "/containers/json", listContainers), Route(.GET, "/containers/{}/json", inspectContainer),
    Route(.GET, "/containers/{}/top", top), Route(.GET, "/containers/{}/logs", logs),
    Route(.GET, "/containers/{}/stats", stats), Route(.GET, "/containers/{}/changes", changes),
    Route(.GET, "/containers/{}/archive", archive), Route(.HEAD, "/containers/{}/archive", fileStat),
    Route(.PUT, "/containers/{}/archive", putArchive),
  ]

  @Sendable private static func listContainers(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let filters = try Filters(call.query["filters"])
    let selection = try ContainerSelection(filters, state)
    let limit = call.query["limit"].flatMap { Int($0) } ?? 0
    let all = call.flag("all") || limit > 0 || !filters["status"].isEmpty
    var output = [UInt8](repeating: 0, count: 0)
    output.reserveCapacity(state.order.count * 1600 + 2)
    output.append(UInt8(ascii: "["))
    var count = 0
    for id in state.order {
      guard let record = state.containers[id] else { continue }
      let isShown = all || record.isLive || record.phase == .restarting
      guard isShown, filters.isEmpty || selection.contains(record, state) else { continue }
      if count > 0 { output.append(UInt8(ascii: ",")) }
      state.appendSummary(of: record, version: call.version, size: call.flag("size"), to: &output)
      count += 1
      if count == limit { break }
    }
    output.append(UInt8(ascii: "]"))
    return .bytes(200, contentType: "application/json", output)
  }

  @Sendable private static func inspectContainer(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    let document = state.inspection(of: record, version: call.version)
    guard call.flag("size") else { return .json(200, document) }
    return .json(
      200, document.adding([("SizeRw", .integer(record.writableSize)), ("SizeRootFs", 187_000_000)]))
  }

  @Sendable private static func top(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    guard record.isLive else { throw Refusal(409, "container \(record.id) is not running") }
    let start = record.startedAt.map { String($0.clockText.prefix(5)) } ?? "00:00"
    let processes = (0..<record.usage(at: state.now).processes).map { index -> [String] in
      let command = index == 0 ? record.spec.command.joined(separator: " ") : "worker process \(index)"
      let parent = index == 0 ? record.pid - 21 : record.pid
      let used = Int(record.usage(at: state.now).cpuNanoseconds / 1_000_000_000) / (index + 1)
      return [
        "root", "\(record.pid + index * 3)", "\(parent)", "0", start, record.spec.isTTY ? "pts/0" : "?",
        EngineInstant(nanoseconds: Int64(used) * 1_000_000_000).clockText, command,
      ]
    }
    return table(["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"], processes, state.options)
  }

  private static func table(
    _ titles: [String], _ rows: [[String]], _ options: SimulatedEngine.Options
  ) -> Reply {
    let all = options.isPodman ? ([titles] + rows).map { [$0.joined(separator: "   ")] } : [titles] + rows
    return .json(
      200, ["Titles": .strings(all[0]), "Processes": .array(all.dropFirst().map { .strings($0) })])
  }

  @Sendable private static func logs(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    guard call.flag("stdout") || call.flag("stderr") else {
      throw Refusal(400, "Bad parameters: you must choose at least one stream")
    }
    var stream = ServedLog(record, now: state.now)
    stream.takesOutput = call.flag("stdout")
    stream.takesErrors = call.flag("stderr")
    stream.stamps = call.flag("timestamps")
    stream.follows = call.flag("follow") && record.isLive
    stream.until = try instant(call, "until")
    if let since = try instant(call, "since") { stream.skip(until: since, record) }
    if let tail = call.query["tail"].flatMap({ Int($0) }), tail >= 0 { stream.keep(last: tail) }
    let isFramed = !record.spec.isTTY && call.version >= ServedVersion(1, 42)
    let type = isFramed ? "application/vnd.docker.multiplexed-stream" : "application/vnd.docker.raw-stream"
    return .stream(contentType: type, stream)
  }

  @Sendable private static func stats(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    if call.flag("stream", default: true) {
      return .stream(contentType: "application/json", ServedStats(record, now: state.now))
    }
    let previous = call.flag("one-shot") ? nil : state.now - .seconds(1)
    return .json(200, state.sample(of: record, at: state.now, previous: previous))
  }
}
