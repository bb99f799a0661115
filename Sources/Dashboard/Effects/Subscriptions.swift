import EngineModel

extension DashboardState {
  /// The streams that should run now.
  package var subscriptions: Set<Subscription> {
    var wanted: Set<Subscription> = [.engine, .stackPlaces(stackPlaces)]
    for watch in stackWatches { wanted.insert(.stack(watch)) }
    guard connection.isLive else { return wanted }
    wanted.insert(.stats(every: setup.settings.stats.interval))
    for id in logs.containers {
      if let stream = logs.streams[id], stream.phase == .reading { wanted.insert(.logs(stream.request)) }
    }
    if let subject = wantedDocument, exists(subject) {
      wanted.insert(.document(subject, revision: documentRevisions[subject] ?? 0))
    }
    for id in scaledContainers {
      wanted.insert(.document(.container(id), revision: documentRevisions[.container(id)] ?? 0))
    }
    if details.tab == .top, case .container(let id)? = details.subject, facts.containers[id]?.isAlive == true
    {
      wanted.insert(.processes(id))
    }
    return wanted
  }

  private var stackPlaces: StackPlaces {
    StackPlaces(
      folders: setup.settings.stacks.folders, workingDirectory: setup.workingDirectory,
      files: setup.projectFiles,
      name: setup.project?.rawValue)
  }

  private func exists(_ subject: DocumentSubject) -> Bool {
    switch subject {
    case .container(let id): facts.containers[id] != nil
    case .image(let id): facts.images[id] != nil
    case .volume(let name): facts.volumes[name] != nil
    case .network(let id): facts.networks[id] != nil
    }
  }

  /// The containers whose stats are wanted: those on the screen at every interval, the others for the sums.
  package var statsPlan: StatsPlan {
    var plan = StatsPlan()
    var seen: Set<ContainerID> = []
    func watch(_ ids: [ContainerID]) {
      for id in ids where facts.containers[id]?.state == .running && seen.insert(id).inserted {
        plan.watched.append(id)
      }
    }
    if let subject = details.subject { watch(containers(of: subject)) }
    let layout = layout
    for kind in [PaneKind.containers, .stacks] where layout.panes[kind] != nil {
      for row in panes[kind].visible { watch(containers(of: row)) }
    }
    plan.others = facts.index.running.filter { !seen.contains($0) }
    return plan
  }

  /// What the plan is made of: while this stays the same, so does the plan.
  package var statsPlanKey: StatsPlanKey {
    let layout = layout
    let shown = [PaneKind.containers, .stacks].filter { layout.panes[$0] != nil }
    return StatsPlanKey(
      revision: facts.revision, subject: details.subject, rows: shown.map { Array(panes[$0].visible) })
  }
}
