import Dashboard
import DashboardRuntime
import EngineModel
import Preferences
import TerminalDriver
import TerminalUI
import Troubles

/// The dashboard on the terminal, from the first frame to the last.
@MainActor
struct DashboardRun {
  let engine: EngineOptions
  let view: ViewOptions

  func run() async throws {
    let preferences = try LoadedPreferences.load(view, keepsTheme: !engine.demo)
    let isReadOnly = engine.readOnly || preferences.settings.isReadOnly
    let session = try openTerminal(preferences)
    defer { session.restore() }
    let chosen: ChosenEngine
    do {
      chosen = try await ChosenEngine.choose(engine, readOnly: isReadOnly, orSaysWhy: true)
    } catch {
      session.restore()
      throw error
    }
    var setup = DashboardSetup(
      preferences, view, chosen, isReadOnly: isReadOnly, isASCII: !session.isUTF8)
    setup.usesMouse = preferences.settings.mouse && !view.noMouse
    if setup.settings.screen.remembers, let folder = chosen.local.state {
      setup.takeView(from: ViewMemoryFile(folder))
    }
    let loop = DashboardLoop(
      client: chosen.client, setup: setup, themes: preferences.themes, screen: session,
      local: chosen.local)
    session.onInput = { loop.handle($0) }
    session.onResize = { loop.resize(to: $0) }
    session.onTerminate = { _ in loop.end() }
    await loop.run()
    session.restore()
    await chosen.close()
  }

  private func openTerminal(_ preferences: LoadedPreferences) throws -> TerminalSession {
    let usesMouse = preferences.settings.mouse && !view.noMouse
    do throws(TerminalError) {
      return try TerminalSession.start(
        .init(
          theme: preferences.theme, usesMouse: usesMouse,
          asksForBackground: preferences.followsBackground))
    } catch {
      throw Failure(message: error.description)
    }
  }
}

extension DashboardSetup {
  /// Looks as davit was left; a file that is none of davit's is a line to read.
  fileprivate mutating func takeView(from file: ViewMemoryFile) {
    do throws(Trouble) {
      viewMemory = try file.read()
    } catch {
      problems.append(
        PreferenceProblem(
          wholeFile: file.path, message: error.why ?? error.what, suggestion: error.advice))
    }
  }

  /// The setup that flags, settings and terminal come to.
  init(
    _ preferences: LoadedPreferences, _ view: ViewOptions, _ engine: ChosenEngine, isReadOnly: Bool,
    isASCII: Bool
  ) {
    let wantsASCII =
      switch preferences.settings.ascii {
      case .always: true
      case .never: view.ascii
      case .automatic: view.ascii || isASCII
      }
    self.init(
      settings: preferences.settings, isReadOnly: isReadOnly, glyphs: wantsASCII ? .ascii : .unicode,
      themeName: preferences.theme.name, followsBackground: preferences.followsBackground,
      themes: preferences.themes.names, themeDescriptions: preferences.themes.descriptions,
      engineName: engine.name,
      engineHost: engine.host, engineIsLocal: engine.client.isLocal,
      project: view.project.map { ProjectName($0) },
      projectFiles: view.file.map(Environment.absolute), workingDirectory: engine.workingDirectory,
      problems: preferences.problems,
      utcOffset: Environment.utcOffset)
  }
}
