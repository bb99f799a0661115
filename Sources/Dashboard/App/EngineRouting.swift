import EngineModel

extension DashboardState {
  /// Takes in what an engine said: its state first, then whoever else has to hear of it.
  mutating func receive(_ update: EngineUpdate, from id: EngineID) -> [Effect] {
    var outcomes = shared.engines[id].update(update)
    switch update {
    case .event(let event):
      for pane in features.panes.panes where pane.feature.events == event.kind {
        outcomes += pane.feature.react(to: event, &shared.engines[id])
      }
    case .lost, .unusable:
      if contents.asked?.engine == id { contents.stopReading() }
      shared.engines[id].jobs.loseEngine(at: shared.now)
      if case .form(let form)? = overlays.last, let job = form.job, let outcome = self.job(job)?.outcome {
        _ = endForm(job, outcome)
      }
    case .file(let place, .folder): enterFolder(place, on: id)
    case .registry(.due):
      let tags = ImageFreshness.allTags(of: shared.engines[id])
      if !tags.isEmpty { return [.engine(id, .askRegistries(tags))] }
    case .contents(let image, .ended): contents.readingEnded(of: ImagePlace(engine: id, image: image))
    case .volumeSizes:
      shared.engines[id].facts.volumesMeasured = shared.now
      refreshPruneQuestion(id)
    case .disk: refreshPruneQuestion(id)
    default: break
    }
    return outcomes.flatMap { follow($0, id) } + closeWhatIsGone()
  }

  private mutating func follow(_ outcome: EngineOutcome, _ id: EngineID) -> [Effect] {
    switch outcome {
    case .refresh(let targets): return [.engine(id, .refresh(targets))]
    case .isBack: return [toasts.show(Notice(.success, "the engine is back", about: id))]
    case .isLive:
      if logs.subject?.engine ?? id == id { logs.resume() }
      return []
    case .started(let container):
      logs.containerStarted(container)
      return []
    }
  }

  /// Goes into what was opened as a file, and is a link to a folder.
  private mutating func enterFolder(_ place: FilePlace, on id: EngineID) {
    guard case .text(let text)? = overlays.last, text.content == .file(place, on: id) else { return }
    overlays.removeLast()
    guard let row = shared.details.subject, let root = shared.filesRoot, root.container == place.container
    else { return }
    files.go(to: place.path, of: row, root)
    // What was searched for in the folder above means nothing here.
    shared.apply(.endSearch)
  }

  /// Puts what is known now into the prune that is being asked about.
  private mutating func refreshPruneQuestion(_ id: EngineID) {
    guard case .confirmation(let asked)? = overlays.last,
      let fresh = Pruning.refreshed(asked, on: shared.engines[id])
    else { return }
    overlays[overlays.count - 1] = .confirmation(fresh)
  }

  /// Takes in what was found out about stacks.
  mutating func receive(_ update: StackUpdate, from id: EngineID) -> [Effect] {
    shared.engines[id].update(update)
    switch update {
    case .found:
      selectWantedStack()
      // The stack of a folder is found at once or not at all.
      if !WantedStack.isNamed(shared.setup) { shared.awaitsStack = false }
    case .read(let key, let reading):
      editing.compareWithDisk(key, reading)
      if let memory = shared.engines[id].memory(afterReading: reading, of: key) {
        return route([Outcome<RootAction>.remember(key, memory)])
      }
    case .remembered: selectWantedStack()
    }
    return []
  }

  /// Settles every pane, lets the details follow the selection, and measures once what is drawn from now on.
  package mutating func settle() {
    if shared.regroup() { selectWantedStack() }
    // What is not looked at costs nothing.
    for pane in features.panes.residents(with: shared.activePane) { shared.settle(pane) }
    layoutChanged()
    followSelection()
    settleFiles()
    shared.settleDocument()
    if logs.hasRowsToRemember { logs.rememberRows(logLayout) }
  }

  /// Whether it settles further when it is given another turn.
  package var isUnsettled: Bool { shared.details.document.isUnfinished }

  /// Brings the rows of files up to date, and those of the file that is looked at.
  mutating func settleFiles() {
    files.releaseCarrier(shared)
    if shared.details.tab == .files { files.settle(shared) }
    if shared.details.tab == .contents { contents.settle(shared) }
    guard case .text(let text)? = overlays.last, case .file(let place, on: let id) = text.content else {
      return files.text.settle(nil, matching: "", columns: 0)
    }
    files.text.settle(
      shared.engines[id].files.text(of: place)?.content, matching: text.filter,
      columns: TextOverlayView.room(for: text.content, on: shared.size).columns)
  }

  /// Lets the details, and the log, follow the selection of the active pane.
  mutating func followSelection() {
    let row = shared.panes[shared.activePane].selection
    if row != shared.details.subject {
      let isTroubled = row.map { $0.kind.isTroubled($0, shared.engine(of: $0)) } ?? false
      shared.details.show(row, isTroubled: isTroubled)
      if let place = placeInMatches, place.row == row {
        (shared.details.cursor, shared.details.offset) = (place.cursor, place.offset)
      }
    }
    scrollToStart()
    logs.follow(shared)
    if let subject = shared.details.subject, let wanted = shared.wantedDocument {
      shared.engines[subject.engine].documents.watch(wanted)
    }
  }

  /// Scrolls a text to where its subject begins, once it is there to be read.
  private mutating func scrollToStart() {
    guard shared.details.wantsStart, let subject = shared.details.subject,
      let start = shared.details.tab?.start
    else { return }
    let columns = shared.layout.detailContent.columns
    guard let row = start(subject, columns, shared) else { return }
    shared.details.wantsStart = false
    shared.details.offset = max(0, min(row, shared.detailContent(columns: columns).count - shared.detailRows))
  }

  /// The stack that was asked for becomes the selection as soon as it is known.
  private mutating func selectWantedStack() {
    guard shared.awaitsStack, let row = WantedStack.row(shared) else { return }
    shared.awaitsStack = false
    shared.panes[.stacks].selection = row
    shared.panes[.stacks].forgetRows()
  }
}
