import TerminalUI

/// What only the whole dashboard can do.
enum ScreenAction: Sendable, Equatable {
  case toggleMouse
  /// Makes the side panes so many columns wider.
  case widen(Int)
  case goBack, filterBefore, quit, quitNow, showJobs
  case chooseTheme(String)
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
      "pane.\(pane.title.lowercased())", "Go to \(pane.title)", doc: "Focuses the \(pane.title) pane.",
      in: .anywhere,
      run: { _, state in
        let first = state.engines.all.compactMap { engine in
          pane.feature.opening(engine).map { Outcome<RootAction>.effect(.engine(engine.id, $0)) }
        }
        return [.view(.activate(pane))] + first
      })
  }

  static let all: [RootCommand] = [
    Command(
      "list.filter-before", "Filter before", doc: "Takes the filter before this one; again, this one.",
      in: .lists,
      unavailable: { state, _ in state.filterBefore == nil ? "no other filter was typed here" : nil },
      run: { _, _ in [.send(.screen(.filterBefore))] }),
    Command(
      "screen.next-mode", "Next screen mode",
      doc: "Cycles through side panes, half and half, and one pane full screen.",
      in: .anywhere, run: { _, _ in [.view(.nextMode)] }),
    Command(
      "screen.previous-mode", "Previous screen mode", doc: "Cycles through the screen modes in reverse.",
      in: .anywhere, run: { _, _ in [.view(.previousMode)] }),
    Command(
      "screen.back", "Back", doc: "Leaves the details; ends a search through logs; clears marks and filters.",
      in: .anywhere,
      run: { _, _ in [.send(.screen(.goBack))] }),
    Command(
      "screen.palette", "Command palette", doc: "Lists every command by name, with its key.", in: .anywhere,
      run: { _, _ in [.show(.palette(Palette()))] }),
    Command(
      "screen.menu", "Menu", doc: "Lists what can be done with the selection.", in: .anywhere, hint: "menu",
      run: { state, _ in [.show(.menu(state.commandMenu))] }),
    Command(
      "screen.help", "Help", doc: "Lists the keys that work here, and what they do.", in: .anywhere,
      hint: "help",
      run: { _, _ in [.show(.text(TextOverlay(.help)))] }),
    Command(
      "screen.refresh", "Refresh", doc: "Reloads every list from the engine.", in: .anywhere,
      unavailable: { $1.currentEngine.connection.isLive ? nil : "the engine is not answering" },
      run: { _, state in
        let lists = state.registry.panes.reduce(into: Set<RefreshTarget>()) { $0.formUnion($1.feature.lists) }
        return state.engines.ids.map { .effect(.engine($0, .refresh(lists))) }
      }),
    Command(
      "screen.theme", "Theme", doc: "Chooses a theme, with a live preview.", in: .anywhere,
      run: { state, _ in [.show(.menu(state.themeMenu))] }),
    Command(
      "screen.copy", "Copy",
      doc:
        "Copies the name, ID, image or a line to the clipboard, through the terminal (OSC 52); a container also as "
        + "a docker run command or as a Compose service.",
      in: .anywhere,
      unavailable: { $1.details.subject == nil ? "nothing selected" : nil },
      run: { state, _ in [.show(.menu(state.copyMenu))] }),
    Command(
      "screen.activity", "Activity", doc: "Shows what davit asked the engine to do, as docker commands.",
      in: .anywhere,
      unavailable: { state, _ in state.jobs.isEmpty ? "nothing done yet" : nil },
      run: { state, _ in [.show(.menu(state.activityMenu))] }),
    Command(
      "screen.jobs", "Jobs",
      doc: "Shows a Compose job's output or how far a transfer is; lists the jobs if there are several.",
      in: .anywhere,
      unavailable: { state, _ in
        state.jobs.contains(where: \.hasOutput) ? nil : "no Compose job and no transfer has run yet"
      },
      run: { _, _ in [.send(.screen(.showJobs))] }),
    Command(
      "screen.mouse", "Mouse on or off",
      doc: "Leaves the mouse to the terminal, so that it selects text; again, takes it back.", in: .anywhere,
      run: { _, _ in [.send(.screen(.toggleMouse))] }),
    split("screen.widen", "Widen side panes", "Makes the side panes wider.", by: 4),
    split("screen.narrow", "Narrow side panes", "Makes the side panes narrower.", by: -4),
    Command(
      "screen.redraw", "Redraw", doc: "Redraws the whole screen.", in: .anywhere,
      run: { _, _ in [.effect(.redraw)] }),
    Command(
      "screen.suspend", "Suspend", doc: "Suspends davit to the shell; `fg` resumes it.", in: .anywhere,
      run: { _, _ in [.effect(.suspend)] }),
    Command(
      "screen.quit", "Quit", doc: "Quits davit; asks first while Compose or a transfer is running.",
      in: .anywhere,
      hint: "quit", run: { _, _ in [.send(.screen(.quit))] }),
  ]
}

extension ScreenCommands {
  private static func split(_ id: String, _ title: String, _ doc: String, by columns: Int) -> RootCommand {
    Command(
      id, title, doc: doc, in: .anywhere,
      unavailable: { $1.isSplit ? nil : "only where side panes and details stand side by side" },
      run: { _, _ in [.send(.screen(.widen(columns)))] })
  }
}

extension DashboardState {
  /// Does what only the whole dashboard can do.
  mutating func update(_ action: ScreenAction) -> [Effect] {
    switch action {
    case .goBack: return goBack()
    case .toggleMouse: return toggleMouse()
    case .widen(let columns):
      shared.setSideColumns((shared.layout.details?.column ?? 0) + columns)
      layoutChanged()
      return []
    case .filterBefore: return takeFilterBefore()
    case .quit: return quit()
    case .quitNow: return [.quit]
    case .showJobs: return showJobs()
    case .chooseTheme(let name): return showTheme(name) + [.keepTheme(name)]
    case .copied(let text, let what):
      return [.copy(text), toasts.show(Notice(.information, Self.copiedText(text, what)))]
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

  /// `copied "api"`; of what is long, or may hold more than one wants to see again, only what it was.
  private static func copiedText(_ text: String, _ what: String) -> String {
    let isPlain = ["name", "id", "image", "folder", "mountpoint"].contains(what) || what.hasPrefix("address")
    return isPlain && text.utf8.count <= 80 ? "copied \"\(text)\"" : "copied the \(what)"
  }

  /// Ends davit; where it would interrupt what is under way, it asks first.
  mutating func quit() -> [Effect] {
    let busy = jobs.filter(\.canBeCancelled)
    guard !busy.isEmpty else { return [.quit] }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Quit and interrupt running jobs?",
          targets: busy.map { "\($0.work.verb.plain) \($0.subject)" },
          warning: "Half-finished changes stay as they are.", yes: .send(.screen(.quitNow)))))
    return []
  }

  /// Leaves the mouse to the terminal, or takes it back, and says which.
  private mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    grip = nil
    let key = keymap.firstKey("screen.mouse").map { ": \($0) takes it back" } ?? ""
    let text = usesMouse ? "the mouse is davit's" : "the mouse is the terminal's and selects text\(key)"
    return [.useMouse(usesMouse), toasts.show(Notice(.information, text))]
  }
}
