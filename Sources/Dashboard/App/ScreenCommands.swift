extension CommandRegistry {
  /// What works anywhere.
  static let screenCommands: [Command] =
    PaneKind.allCases.map { kind in
      Command(
        "pane.\(kind.title.lowercased())", "Go to \(kind.title)",
        doc: "Gives the \(kind.title) pane the keys.",
        in: .anywhere,
        run: { state in
          state.activate(kind)
          return []
        })
    } + [
      Command(
        "screen.next-mode", "Next screen mode",
        doc: "Side panes; half and half; one pane over the whole screen.",
        in: .anywhere,
        run: { state in
          state.screenMode = state.screenMode.next
          state.relayout()
          return []
        }),
      Command(
        "screen.previous-mode", "Previous screen mode", doc: "The screen modes, the other way round.",
        in: .anywhere,
        run: { state in
          state.screenMode = state.screenMode.previous
          state.relayout()
          return []
        }),
      Command(
        "screen.back", "Back", doc: "Leaves the details; takes marks and filters back.", in: .anywhere,
        run: { $0.goBack() }),
      Command(
        "screen.palette", "Command palette", doc: "Every command by name, with its key.", in: .anywhere,
        run: { state in
          state.overlays.append(.palette(Palette()))
          return []
        }),
      Command(
        "screen.menu", "Menu", doc: "What can be done with the selection.", in: .anywhere, hint: "menu",
        run: { state in
          state.overlays.append(.menu(.commands(state)))
          return []
        }),
      Command(
        "screen.help", "Help", doc: "The keys that work here, and what they do.", in: .anywhere, hint: "help",
        run: { state in
          state.overlays.append(.text(TextOverlay(.help)))
          return []
        }),
      Command(
        "screen.refresh", "Refresh", doc: "Reads every list from the engine again.", in: .anywhere,
        unavailable: { $0.connection.isLive ? nil : "the engine does not answer now" },
        run: { _ in [.refresh([.containers, .images, .volumes, .networks])] }),
      Command(
        "screen.theme", "Theme", doc: "Picks a theme, with a live preview.", in: .anywhere,
        run: { state in
          state.overlays.append(.menu(.themes(state.setup.themes, current: state.themeName)))
          return []
        }),
      Command(
        "screen.copy", "Copy",
        doc: "Copies the id, the name, the image or a line: through the terminal (OSC 52).",
        in: .anywhere,
        unavailable: { $0.copyChoices.isEmpty ? "nothing is selected" : nil },
        run: { state in
          state.overlays.append(.menu(.copy(state.copyChoices)))
          return []
        }),
      Command(
        "screen.activity", "Activity", doc: "What davit asked the engine to do, as docker commands.",
        in: .anywhere,
        run: { state in
          state.overlays.append(.text(TextOverlay(.activity)))
          return []
        }),
      Command(
        "screen.jobs", "Output of a job",
        doc: "What Compose prints or has printed: of one job, or of one to choose.",
        in: .anywhere,
        unavailable: { $0.jobs.contains(where: \.hasOutput) ? nil : "davit has not run Compose yet" },
        run: { $0.showJobs() }),
      Command(
        "screen.redraw", "Redraw", doc: "Draws the whole screen anew.", in: .anywhere, run: { _ in [.redraw] }
      ),
      Command(
        "screen.suspend", "Suspend", doc: "Stops davit as a shell's job; `fg` brings it back.", in: .anywhere,
        run: { _ in [.suspend] }),
      Command(
        "screen.quit", "Quit", doc: "Ends davit; asks where Compose is still at work.", in: .anywhere,
        hint: "quit",
        run: { $0.quit() }),
    ]
}
