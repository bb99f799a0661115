import TerminalUI

/// What only the whole dashboard can do.
enum ScreenAction: Sendable, Equatable {
  case goBack, quit, quitNow, showJobs
  case showTheme(String)
  case copied(String, what: String)
  case scroll(Scroll.Step)
  case left, right
  case match(Int)
  case filter(FilterCommand)
  case overlay(OverlayCommand)
  case showJob(JobID)
  case repeatJob(JobID)
}

/// What works anywhere.
enum ScreenCommands {
  /// The command that goes to a pane.
  static func goTo(_ pane: PaneKind) -> RootCommand {
    Command(
      "pane.\(pane.title.lowercased())", "Go to \(pane.title)", doc: "Gives the \(pane.title) pane the keys.",
      in: .anywhere, run: { _, _ in [.view(.activate(pane))] })
  }

  static let all: [RootCommand] = [
    Command(
      "screen.next-mode", "Next screen mode",
      doc: "Side panes; half and half; one pane over the whole screen.",
      in: .anywhere, run: { _, _ in [.view(.nextMode)] }),
    Command(
      "screen.previous-mode", "Previous screen mode", doc: "The screen modes, the other way round.",
      in: .anywhere, run: { _, _ in [.view(.previousMode)] }),
    Command(
      "screen.back", "Back", doc: "Leaves the details; takes marks and filters back.", in: .anywhere,
      run: { _, _ in [.send(.screen(.goBack))] }),
    Command(
      "screen.palette", "Command palette", doc: "Every command by name, with its key.", in: .anywhere,
      run: { _, _ in [.show(.palette(Palette()))] }),
    Command(
      "screen.menu", "Menu", doc: "What can be done with the selection.", in: .anywhere, hint: "menu",
      run: { state, _ in [.show(.menu(state.commandMenu))] }),
    Command(
      "screen.help", "Help", doc: "The keys that work here, and what they do.", in: .anywhere, hint: "help",
      run: { _, _ in [.show(.text(TextOverlay(.help)))] }),
    Command(
      "screen.refresh", "Refresh", doc: "Reads every list from the engine again.", in: .anywhere,
      unavailable: { $1.currentEngine.connection.isLive ? nil : "the engine does not answer now" },
      run: { _, state in
        let lists = state.registry.panes.reduce(into: Set<RefreshTarget>()) { $0.formUnion($1.feature.lists) }
        return state.engines.ids.map { .effect(.engine($0, .refresh(lists))) }
      }),
    Command(
      "screen.theme", "Theme", doc: "Picks a theme, with a live preview.", in: .anywhere,
      run: { state, _ in [.show(.menu(state.themeMenu))] }),
    Command(
      "screen.copy", "Copy",
      doc: "Copies the id, the name, the image or a line: through the terminal (OSC 52).",
      in: .anywhere,
      unavailable: { state, _ in state.copyChoices.isEmpty ? "nothing is selected" : nil },
      run: { state, _ in [.show(.menu(state.copyMenu))] }),
    Command(
      "screen.activity", "Activity", doc: "What davit asked the engine to do, as docker commands.",
      in: .anywhere,
      unavailable: { state, _ in state.jobs.isEmpty ? "davit has changed nothing yet" : nil },
      run: { state, _ in [.show(.menu(state.activityMenu))] }),
    Command(
      "screen.jobs", "Output of a job",
      doc: "What Compose prints or has printed: of one job, or of one to choose.",
      in: .anywhere,
      unavailable: { state, _ in
        state.jobs.contains(where: \.hasOutput) ? nil : "davit has not run Compose yet"
      },
      run: { _, _ in [.send(.screen(.showJobs))] }),
    Command(
      "screen.redraw", "Redraw", doc: "Draws the whole screen anew.", in: .anywhere,
      run: { _, _ in [.effect(.redraw)] }),
    Command(
      "screen.suspend", "Suspend", doc: "Stops davit as a shell's job; `fg` brings it back.", in: .anywhere,
      run: { _, _ in [.effect(.suspend)] }),
    Command(
      "screen.quit", "Quit", doc: "Ends davit; asks where Compose is still at work.", in: .anywhere,
      hint: "quit", run: { _, _ in [.send(.screen(.quit))] }),
  ]
}

extension DashboardState {
  /// Does what only the whole dashboard can do.
  mutating func update(_ action: ScreenAction) -> [Effect] {
    switch action {
    case .goBack: return goBack()
    case .quit: return quit()
    case .quitNow: return [.quit]
    case .showJobs: return showJobs()
    case .showTheme(let name): return showTheme(name)
    case .copied(let text, let what):
      return [.copy(text), toasts.show(Notice(.information, "copied the \(what)"))]
    case .scroll(let step):
      scrollDetails(step)
      return []
    case .left:
      scrollLeft()
      return []
    case .right:
      scrollRight()
      return []
    case .match(let step):
      stepMatch(step)
      return []
    case .filter(let command): return update(command)
    case .overlay(let command): return update(command)
    case .repeatJob(let id): return repeatJob(id)
    case .showJob(let id):
      overlays.append(.text(TextOverlay(.job(id))))
      return []
    }
  }

  /// Ends davit; where it would interrupt what is under way, it asks first.
  mutating func quit() -> [Effect] {
    let busy = jobs.filter(\.canBeCancelled)
    guard !busy.isEmpty else { return [.quit] }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Quit, and interrupt what is under way?",
          targets: busy.map { "\($0.work.verb.plain) \($0.subject)" },
          warning: "What is done half way stays as it is then.", yes: .send(.screen(.quitNow)))))
    return []
  }
}
