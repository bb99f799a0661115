import EngineModel

extension DashboardState {
  /// The streams that should run now.
  package var subscriptions: Set<Subscription> {
    var wanted: Set<Subscription> = []
    for engine in shared.engines.all {
      wanted.insert(Subscription(.connection, of: engine.id))
      wanted.insert(Subscription(.stackPlaces(stackPlaces), of: engine.id))
      guard engine.connection.isLive else { continue }
      wanted.insert(Subscription(.stats(every: shared.setup.settings.stats.interval), of: engine.id))
      if let interval = shared.setup.settings.images.checkInterval {
        wanted.insert(Subscription(.registryClock(every: interval), of: engine.id))
      }
      if engine.search.isRunning, let request = engine.search.request {
        wanted.insert(Subscription(.logSearch(request), of: engine.id))
      }
    }
    for (id, engine, reading) in wantedRestarts {
      wanted.insert(Subscription(.restarts(id, reading: reading), of: engine))
    }
    for watch in stackWatches { wanted.insert(Subscription(.stack(watch), of: watch.key.engine)) }
    if let place = contents.wantedReading(shared), shared.engines[place.engine].connection.isLive {
      wanted.insert(Subscription(.contents(place.image, revision: contents.readings), of: place.engine))
    }
    guard let subject = shared.details.subject else { return wanted }
    let engine = shared.engine(of: subject)
    guard engine.connection.isLive else { return wanted }
    for stream in streams(of: subject, engine) { wanted.insert(Subscription(stream, of: engine.id)) }
    return wanted
  }

  /// The containers on the screen whose restarts are to be counted now, where a column shows them; a few at a time.
  private var wantedRestarts: [(ContainerID, EngineID, reading: Int)] {
    let pane = shared.panes[.containers]
    guard shared.layout.panes[.containers] != nil,
      shared.columns(of: .containers).contains(where: { $0.id == ContainersPane.restarts })
    else { return [] }
    // All of them where they order the rows.
    let rows = pane.sort.column == ContainersPane.restarts ? pane.rows : Array(pane.visible)
    return rows.lazy.compactMap { row in
      let engine = shared.engine(of: row)
      guard engine.connection.isLive, let id = row.containerID, let reading = engine.restarts.wanted(id)
      else {
        return nil
      }
      return (id, engine.id, reading)
    }.prefix(8).map(\.self)
  }

  /// What is streamed for what is looked at.
  private func streams(of subject: RowID, _ engine: EngineState) -> [EngineStream] {
    var streams: [EngineStream] = logs.containers.compactMap { id in
      logs.streams[id].flatMap { $0.phase == .reading ? .logs($0.request) : nil }
    }
    if let document = shared.wantedDocument {
      streams.append(.document(document, revision: engine.documents.revision(of: document)))
    }
    if shared.details.tab?.reads == .history, let id = subject.containerID {
      streams.append(.history(id, revision: engine.documents.revision(of: .container(id))))
    }
    streams += fileStreams(of: subject, engine)
    for id in askedContainers {
      let subject = DocumentSubject.container(id)
      streams.append(.document(subject, revision: engine.documents.revision(of: subject)))
    }
    if shared.details.tab?.reads == .processes, let id = subject.containerID,
      engine.facts.containers[id]?.isAlive == true
    {
      streams.append(.processes(id))
    }
    return streams
  }

  /// What is read of the files of what is looked at.
  private func fileStreams(of subject: RowID, _ engine: EngineState) -> [EngineStream] {
    var streams: [EngineStream] = []
    if case .text(let text)? = overlays.last, case .file(let place, on: let id) = text.content,
      id == engine.id
    {
      streams.append(.file(place))
    }
    if let carried = files.carried, carried.row.engine == engine.id {
      streams.append(.carrier(carried.volume, revision: carried.number))
    }
    guard shared.details.tab == .files, let root = shared.filesRoot,
      let container = engine.facts.containers[root.container]
    else { return streams }
    let stand = files.stand(subject, root)
    streams.append(.changes(root.container, revision: files.readings))
    if !stand.showsChanges {
      streams.append(
        .folder(
          FilePlace(container: root.container, path: stand.path), isRunning: container.state == .running,
          revision: files.readings))
    }
    return streams
  }

  /// The containers whose definitions are wanted for what is asked in a form.
  private var askedContainers: [ContainerID] {
    guard case .form(let form)? = overlays.last else { return [] }
    switch form.action {
    case .stacks(let action): return ServiceScaling.wantedContainers(action, shared)
    case .containers(.limits(let target)): return [target.id]
    default: return []
    }
  }

  private var stackPlaces: StackPlaces {
    let setup = shared.setup
    return StackPlaces(
      folders: setup.settings.stacks.folders, workingDirectory: setup.workingDirectory,
      files: setup.projectFiles, name: setup.project?.rawValue)
  }

  /// The stacks to read and watch: those that are on the screen.
  private var stackWatches: [StackWatch] {
    var keys: [ProjectKey] = []
    func add(_ row: RowID?) {
      guard let key = row.flatMap(shared.stack(of:)), !keys.contains(key) else { return }
      keys.append(key)
    }
    add(shared.details.subject)
    if shared.layout.panes[.stacks] != nil { for row in shared.panes[.stacks].visible { add(row) } }
    return keys.compactMap { shared.engines[$0.engine].watch(of: $0) }
  }

  /// The containers of an engine whose stats are wanted: those on the screen at every interval, the others for the sums.
  package func statsPlan(of id: EngineID) -> StatsPlan {
    let facts = shared.engines[id].facts
    var plan = StatsPlan()
    var seen: Set<ContainerID> = []
    func watch(_ row: RowID) {
      for container in row.engine == id ? shared.containers(of: row) : []
      where facts.containers[container]?.isMeasured == true && seen.insert(container).inserted {
        plan.watched.append(container)
      }
    }
    if let subject = shared.details.subject { watch(subject) }
    for pane in panesWithStats { for row in shared.panes[pane].visible { watch(row) } }
    plan.others = facts.index.measured.filter { !seen.contains($0) }
    return plan
  }

  /// What the plans are made of: while this stays the same, so do they.
  package var statsPlanKey: StatsPlanKey {
    StatsPlanKey(
      groupings: shared.engines.all.map(\.facts.grouping), subject: shared.details.subject,
      rows: panesWithStats.map { Array(shared.panes[$0].visible) })
  }

  /// The panes on the screen that show figures of use, in order of need.
  private var panesWithStats: [PaneKind] {
    let layout = shared.layout
    return features.panes.panes.filter { $0.feature.showsStats && layout.panes[$0] != nil }
      .sorted { $0.feature.takesSpareRows && !$1.feature.takesSpareRows }
  }
}

/// What the `StatsPlan`s are made of.
package struct StatsPlanKey: Sendable, Equatable {
  let groupings: [Int]
  let subject: RowID?
  let rows: [[RowID]]
}
