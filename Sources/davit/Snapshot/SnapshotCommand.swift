import ArgumentParser
import Dashboard
import DashboardRuntime
import TerminalUI
import Troubles

/// Renders the dashboard without a terminal and prints it: for bug reports, docs and tests.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Print a frame of the dashboard without opening it.")

  @OptionGroup var engine: EngineOptions
  @OptionGroup var view: ViewOptions

  @Option(name: .long, help: "Columns and rows of the frame.")
  var size = "160x48"

  @Option(name: .long, help: ArgumentHelp("Keys to press first, e.g. \"2 j j <enter>\".", valueName: "keys"))
  var keys = ""

  @Flag(name: .long, help: "Print colours as escape sequences.")
  var ansi = false

  @Flag(name: .long, help: "Print an SVG picture with its colours.")
  var svg = false

  func validate() throws {
    if ansi, svg { throw ValidationError("--ansi and --svg are two forms of one frame: give one of them") }
  }

  @MainActor
  mutating func run() async throws {
    let size = try parsedSize()
    let script: [KeyPress]
    do throws(KeyNameError) {
      script = try KeySequence.script(keys)
    } catch {
      throw ValidationError(error.description)
    }
    let preferences = try LoadedPreferences.load(view)
    let chosen = try await ChosenEngine.choose(
      engine, readOnly: engine.readOnly || preferences.settings.isReadOnly, orSaysWhy: true)
    let screen = HeadlessScreen(size: size)
    let setup = DashboardSetup(
      preferences, view, chosen, isReadOnly: chosen.client.isReadOnly, isASCII: false)
    let loop = DashboardLoop(
      client: chosen.client, setup: setup, themes: preferences.themes, screen: screen,
      local: chosen.local)
    loop.start()
    await loop.waitUntilListed()
    for key in script {
      loop.handle([.key(key)])
      await loop.waitUntilQuiet()
    }
    loop.end()
    await chosen.close()
    if let frame = screen.frame {
      let theme = screen.theme ?? preferences.theme
      try StandardOutput.drawn(
        svg
          ? frame.svgText(theme: theme)
          : ansi ? frame.ansiText(theme: theme, depth: .direct) : frame.plainText)
    }
    if case .lost(let trouble) = loop.state.firstEngine.connection {
      throw Failure(Trouble(trouble.what, why: trouble.why), code: .noEngine)
    }
  }

  private func parsedSize() throws -> Size {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (1...1_000).contains(parts[0]), (1...1_000).contains(parts[1]) else {
      throw ValidationError("--size takes COLUMNSxROWS, each from 1 to 1000, such as 160x48")
    }
    return Size(columns: parts[0], rows: parts[1])
  }
}
