import EngineModel
import TerminalUI

extension Tab {
  /// What it uses of its host.
  static let stats = Tab(
    id: "stats", title: "Stats", reads: .document,
    content: .drawn { StatsView.draw($0, $1, in: $2, on: &$3) })
}

/// The stats tab: graphs of the last ten minutes with their scales, and the figures of this moment.
enum StatsView {
  static func draw(_ subject: RowID, _ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    guard let point = StatsCells.point(subject, state) else {
      canvas.write(reason(subject, state), at: rect.origin, style: Style(.muted), maxColumns: rect.columns)
      return
    }
    let graphs = graphs(subject, point, state, columns: rect.columns)
    let figures = figures(subject, point, state)
    let (top, rest) = rect.splitTop(min(figures.count, rect.rows))
    for (index, line) in figures.prefix(top.rows).enumerated() {
      canvas.write(line, at: top.line(index).origin, maxColumns: top.columns)
    }
    drawGraphs(graphs, in: rest, &canvas)
  }

  private static func reason(_ subject: RowID, _ state: SharedState) -> String {
    guard let container = state.container(subject) else { return "no samples yet" }
    if !state.engine(of: subject).connection.isLive { return "the engine is not answering" }
    return container.isAlive ? "waiting for the first samples …" : "no stats: the container is not running"
  }

  private struct Plot {
    let title: String
    let graph: Graph
  }

  private static func drawGraphs(_ plots: [Plot], in rect: Rect, _ canvas: inout Canvas) {
    // Five rows make a readable graph: with less room, the first ones only.
    let count = max(1, min(plots.count, rect.rows / 6))
    guard rect.rows >= 3 else { return }
    var rest = rect
    for (index, plot) in plots.prefix(count).enumerated() {
      let (slot, below) = rest.splitTop(rest.rows / (count - index))
      rest = below
      canvas.write(plot.title, at: slot.line(0).origin, style: Style(.title), maxColumns: slot.columns)
      let (_, area) = slot.splitTop(1)
      plot.graph.draw(into: &canvas, in: area.splitTop(max(1, area.rows - (index + 1 < count ? 1 : 0))).top)
    }
  }

  private static func graphs(
    _ subject: RowID, _ point: StatsPoint, _ state: SharedState, columns: Int
  ) -> [Plot] {
    let values = min(
      StatsHistory.capacity, Graph.capacity(columns: max(10, columns - 8), glyphs: state.glyphs))
    let cpu = series(subject, state, values) { $0.cpu }
    let cores = limits(subject, state)?.nanoCPUs.map { Double($0) / 1e9 }
    let cpuTop = cores.map { max($0 * 100, cpu.max() ?? 0) } ?? Scale.cpu(cpu.max() ?? 0)
    let allowed = cores.map { ", \(Quantity.cores($0)) allowed" } ?? " of one core"
    var plots = [
      Plot(
        title: "CPU  \(Quantity.percent(Double(point.cpu)))\(allowed)",
        graph: Graph(series: cpu, maximum: cpuTop, labels: labels(cpuTop, Quantity.percent)))
    ]
    if let now = point.memory { plots.append(memory(now, subject, state, values)) }
    if point.received != nil {
      plots.append(traffic("received", .graphReceive, subject, state, values) { $0.received })
      plots.append(traffic("sent", .graphSend, subject, state, values) { $0.sent })
    }
    return plots
  }

  /// What a container may use, once its document has come; nil for what is no container.
  private static func limits(_ subject: RowID, _ state: SharedState) -> HostSettings? {
    guard let id = subject.containerID,
      case .container(let details)? = state.engine(of: subject).documents[.container(id)]?.document
    else { return nil }
    return details.host
  }

  private static func memory(
    _ now: Float, _ subject: RowID, _ state: SharedState, _ values: Int
  ) -> Plot {
    let memory = series(subject, state, values) { $0.memory }
    let limit = StatsCells.sample(subject, state).flatMap { state.engine(of: subject).ownLimit($0) }
    let top = limit ?? Scale.bytes(memory.max() ?? 0)
    return Plot(
      title: "Memory  \(Quantity.bytes(Double(now)))"
        + (limit.map { " of \(Quantity.bytes($0)) allowed" } ?? ""),
      graph: Graph(
        // Without a limit the top is only a scale, and being near it means nothing.
        series: memory, maximum: top,
        roles: limit == nil ? Graph.Roles(.graphLow, .graphLow, .graphLow) : Graph.Roles(),
        labels: labels(top) { Quantity.bytes($0) }))
  }

  private static func labels(_ top: Double, _ text: (Double) -> String) -> [String] {
    // One width for every label, so that a growing number does not move the graph.
    [top, top / 2, 0].map { Pad.start(text($0), 6) }
  }

  private static func traffic(
    _ direction: String, _ role: Role, _ subject: RowID, _ state: SharedState, _ limit: Int,
    _ value: (StatsPoint) -> Float?
  ) -> Plot {
    let rates = series(subject, state, limit, value)
    let top = Scale.bytes(rates.max() ?? 0)
    return Plot(
      title: "Network \(direction)  \(Quantity.rate(rates.last ?? 0))",
      graph: Graph(
        series: rates, maximum: top, roles: Graph.Roles(role, role, role),
        labels: labels(top) { Quantity.bytes($0) }))
  }

  private static func series(
    _ subject: RowID, _ state: SharedState, _ limit: Int, _ value: (StatsPoint) -> Float?
  ) -> [Double] {
    state.engine(of: subject).summedHistory(state.containers(of: subject), points: limit, value)
  }

  private static func figures(_ subject: RowID, _ point: StatsPoint, _ state: SharedState) -> [StyledText] {
    var first = StyledText("")
    func add(_ name: String, _ value: String) {
      first.append("\(name) ", Style(.muted))
      first.append("\(value)   ", Style(.text))
    }
    if let sample = StatsCells.sample(subject, state) {
      if let share = sample.memoryShare, state.engine(of: subject).ownLimit(sample) != nil {
        add("memory", Quantity.percent(share * 100) + " of its limit")
      }
      if let pids = sample.pids {
        let limit = limits(subject, state)?.pidsLimit.flatMap { $0 > 0 ? " of \($0)" : nil } ?? ""
        add("pids", "\(pids)\(limit)")
      }
      if let received = sample.networkReceived, let sent = sample.networkSent {
        add("net total", "\(Quantity.bytes(received)) in, \(Quantity.bytes(sent)) out")
      }
      if let read = point.read, let written = point.written {
        add("disk", "\(Quantity.rate(Double(read))) read, \(Quantity.rate(Double(written))) written")
      }
    } else {
      add("containers", String(state.containers(of: subject).count))
    }
    return [first, StyledText("")]
  }
}

/// Round numbers for the top of a graph, so that its scale stands still.
enum Scale {
  /// Percent: ten, twenty-five, fifty, a whole core, or whole cores.
  static func cpu(_ maximum: Double) -> Double {
    for top in [10.0, 25, 50, 100] where maximum <= top { return top }
    return (maximum / 100).rounded(.up) * 100
  }

  /// Bytes: the next power of two, 1 KiB at least.
  static func bytes(_ maximum: Double) -> Double {
    var top = 1_024.0
    while top < maximum { top *= 2 }
    return top
  }
}
