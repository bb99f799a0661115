import TerminalUI

extension DashboardState {
  /// Does something while a filter is typed.
  mutating func update(_ command: FilterCommand) -> [Effect] {
    guard let entry = filterEntry else { return [] }
    switch command {
    case .keep:
      filterHistory.add(entry.field.text, to: entry.target.history)
      filterEntry = nil
    case .drop:
      filterHistory.add(entry.field.text, to: entry.target.history)
      filterEntry = nil
      return filter(entry.target, by: "")
    case .recall(let step):
      guard filterEntry?.recall(step, from: filterHistory) == true else { return [] }
      return applyFilterEntry()
    case .switchMode: return send(.logs(.switchMode), UserReply())
    case .complete:
      guard case .pane(let kind) = entry.target else { return [] }
      let candidates = FilterCompletion.candidates(entry.field.text, in: kind, shared)
      filterEntry?.complete(FilterCompletion.completed(entry.field.text, by: candidates))
      return applyFilterEntry()
    case .move(let step):
      guard case .pane(let kind) = entry.target else { return [] }
      shared.settle(kind)
      shared.panes[kind].move(by: step)
    }
    return []
  }

  /// Does something with what lies over the panes.
  mutating func update(_ command: OverlayCommand) -> [Effect] {
    switch command {
    case .close: return closeOverlay()
    case .confirm: return confirm()
    case .accept: return accept()
    case .move(let step): return move(step)
    case .form(let command): return update(command)
    case .recall(let step): recall(step)
    case .go(let toEnd):
      guard case .menu(var menu)? = overlays.last else { return [] }
      menu.go(toEnd: toEnd)
      return show(menu)
    case .scroll(let step): scroll(step)
    case .cancelJob: return shownJob.map { cancel($0.id) } ?? []
    case .copyCommand:
      guard let command = shownJob?.command else { return [] }
      return [.copy(command), toasts.show(Notice(.information, "copied the command"))]
    case .runAgain:
      guard let job = shownJob, job.outcome != nil else { return [] }
      askAgain(job)
      return []
    case .copyOutput:
      let text = shownJob?.output.map(\.text).joined(separator: "\n") ?? ""
      return [.copy(text), toasts.show(Notice(.information, "copied the output"))]
    case .takeBack:
      guard let change = editing.changeToTakeBack(shownJob) else { return [] }
      overlays.removeLast()
      return route(editing.takeAppliedBack(change), RootAction.editor)
    case .leaveEnded: if shownJob?.outcome != nil { overlays.removeLast() }
    }
    return []
  }

  /// Takes away what lies on top; a theme that was only looked at goes with it.
  private mutating func closeOverlay() -> [Effect] {
    // A filter goes first, as everywhere.
    if case .text(var text)? = overlays.last, !text.filter.isEmpty {
      text.filter = ""
      replaceTop(.text(text))
      return []
    }
    guard let closed = overlays.popLast() else { return [] }
    guard case .menu(let menu) = closed, let before = menu.themeBefore, before != themeName else { return [] }
    return showTheme(before)
  }

  /// `enter`: what it means depends on what lies on top.
  private mutating func confirm() -> [Effect] {
    switch overlays.last {
    case .menu(var menu)?:
      let choice = menu.choose(menu.selected)
      return choose(choice, in: menu)
    case .confirmation(let confirmation)?: return confirmation.isGentle ? accept() : []
    case .form(let form)?: return goOn(form)
    case .palette(let palette)?:
      let found = PaletteSearch.found(palette.field.text, self)
      guard palette.selected < found.count else { return [] }
      overlays.removeLast()
      remember(found[palette.selected], typed: palette.field.text)
      return runFound(found[palette.selected])
    case .text?, nil: return []
    }
  }

  /// What was chosen in a menu, which closes with it; nothing is done for what cannot be chosen. Where the choice asks
  /// something more, the menu stays beneath it, for the way back.
  mutating func choose(_ choice: Outcome<RootAction>?, in menu: Menu<RootAction>) -> [Effect] {
    guard let choice else { return show(menu) }
    let before = overlays
    removeAnswered()
    let depth = overlays.count
    let effects = route([choice])
    if overlays.count == depth + 1, overlays[depth].asks {
      overlays.insert(contentsOf: before[depth..<before.count - 1] + [.menu(menu)], at: depth)
    }
    return effects
  }

  /// Takes away what was answered, and the menus that have led to it.
  private mutating func removeAnswered() {
    overlays.removeLast()
    while case .menu? = overlays.last { overlays.removeLast() }
  }

  /// A menu as it is now, with the theme that its entry previews.
  private mutating func show(_ menu: Menu<RootAction>) -> [Effect] {
    replaceTop(.menu(menu))
    guard menu.entries.indices.contains(menu.selected), let theme = menu.entries[menu.selected].preview,
      theme != themeName
    else { return [] }
    return showTheme(theme)
  }

  private mutating func accept() -> [Effect] {
    guard case .confirmation(let confirmation)? = overlays.last else { return [] }
    removeAnswered()
    shared.apply(.forgetMarks)
    return route([confirmation.accepted])
  }

  private mutating func goOn(_ form: Form<RootAction>) -> [Effect] {
    var form = form
    guard !form.goOn() else {
      replaceTop(.form(form))
      return []
    }
    return submit(form)
  }

  /// Sends the answers of a form, or shows which of them cannot be taken and why.
  private mutating func submit(_ form: Form<RootAction>) -> [Effect] {
    guard form.job == nil else { return [] }
    var form = form
    if !form.selectProblem() {
      guard let problem = problem(form.action, form.reply) else {
        formHistory.add(form.fields)
        return form.staysUntilDone ? sendKeeping(form) : sendAnswered(form)
      }
      form.refuse(problem)
    }
    replaceTop(.form(form))
    return []
  }

  private mutating func sendAnswered(_ form: Form<RootAction>) -> [Effect] {
    removeAnswered()
    return send(form.action, form.reply)
  }

  /// Sends what was typed, and keeps the form until the engine has done it.
  private mutating func sendKeeping(_ form: Form<RootAction>) -> [Effect] {
    var form = form
    let last = lastJob
    let effects = send(form.action, form.reply)
    guard lastJob > last else {
      removeAnswered()
      return effects
    }
    form.wait(for: JobID(rawValue: lastJob))
    replaceTop(.form(form))
    return effects
  }

  /// Does something in the form on top.
  private mutating func update(_ command: FormCommand) -> [Effect] {
    guard case .form(var form)? = overlays.last else { return [] }
    var effects: [Effect] = []
    switch command {
    case .submit: return submit(form)
    case .next:
      switch form.complete() {
      case .done: break
      case .nothing: form.move(1)
      case .paths(let query): effects = [.findPaths(query)]
      }
    case .complete:
      switch form.complete() {
      case .done: break
      case .nothing: form.refuse("nothing completes this")
      case .paths(let query): effects = [.findPaths(query)]
      }
    case .row(let step):
      if form.fields.count == 1 { form.recall(-step, from: formHistory) } else { form.move(step) }
    case .recall(let step): form.recall(step, from: formHistory)
    }
    replaceTop(.form(form))
    return effects
  }

  /// The paths are there that were asked for.
  mutating func take(_ answer: PathAnswer) {
    guard case .form(var form)? = overlays.last else { return }
    if form.take(answer) == .nothing { form.move(1) }
    replaceTop(.form(form))
  }

  /// Lets the form that waits for a job go, or go on where the job has failed; whether there is one.
  mutating func endForm(_ id: JobID, _ outcome: JobOutcome) -> Bool {
    guard case .form(var form)? = overlays.last, form.job == id else { return false }
    if case .failed(let why) = outcome {
      form.refuse(why.description)
      replaceTop(.form(form))
    } else {
      removeAnswered()
    }
    return true
  }

  /// Closes what asks about things that are gone, with a word.
  mutating func closeWhatIsGone() -> [Effect] {
    var effects: [Effect] = []
    while let about = overlays.last?.about, !about.isEmpty,
      !about.contains(where: { $0.kind.exists($0, shared.engine(of: $0)) })
    {
      overlays.removeLast()
      guard effects.isEmpty else { continue }
      let what = about.count == 1 ? "what it was about is gone" : "all that it was about is gone"
      effects = [toasts.show(Notice(.information, "the question was closed: \(what)"))]
    }
    return effects
  }

  private mutating func remember(_ command: RootCommand, typed text: String) {
    recentCommands = Array(([command.id] + recentCommands.filter { $0 != command.id }).prefix(20))
    formHistory.add(text, to: Self.paletteHistory)
  }

  private static let paletteHistory = "palette"

  private mutating func recall(_ step: Int) {
    guard case .palette(var palette)? = overlays.last,
      let text = palette.recall.go(
        step, from: formHistory.texts(of: Self.paletteHistory), typed: palette.field.text)
    else { return }
    palette.field = TextField(text)
    palette.selected = 0
    replaceTop(.palette(palette))
  }

  /// A command that works elsewhere would act on what nobody is looking at.
  private mutating func runFound(_ command: RootCommand) -> [Effect] {
    guard command.scope.isActive(keyPlace) else {
      let place = command.scope.elsewhere(from: keyPlace)
      return [toasts.show(Notice(.warning, "\(command.title) \(place)"))]
    }
    return run(command.id)
  }

  private mutating func move(_ step: Int) -> [Effect] {
    switch overlays.last {
    case .menu(var menu)?:
      menu.move(step)
      return show(menu)
    case .form(var form)?:
      form.move(step)
      replaceTop(.form(form))
    case .palette(var palette)?:
      palette.move(step, count: PaletteSearch.found(palette.field.text, self).count)
      replaceTop(.palette(palette))
    default: break
    }
    return []
  }

  private mutating func scroll(_ step: Scroll.Step) {
    guard case .text(var text)? = overlays.last else { return }
    let room = TextOverlayView.room(for: text.content, on: shared.size)
    let rows = TextOverlayView.rows(text, self, columns: room.columns).count
    let isJob = if case .job = text.content { true } else { false }
    text.scroll.go(step, rows: rows, page: room.rows, canFollow: isJob)
    replaceTop(.text(text))
  }
}
