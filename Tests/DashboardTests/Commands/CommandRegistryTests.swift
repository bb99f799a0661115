import EngineModel
import Testing

@testable import Dashboard

/// What holds for every command there is.
@Suite struct CommandRegistryTests {
  @Test func everyIDIsUnique() {
    let ids = CommandRegistry.all.map(\.id)
    #expect(ids.count == Set(ids).count)
  }

  @Test(arguments: CommandRegistry.all.map(\.id))
  func everyCommandIsExplainedInASentence(id: String) throws {
    let command = try #require(CommandRegistry.command(id))
    #expect(command.doc.hasSuffix(".") && command.doc.first?.isUppercase == true && !command.title.isEmpty)
  }

  @Test(arguments: CommandRegistry.all.map(\.id))
  func everyCommandHasAKey(id: String) {
    #expect(Keymap.standard.keyText(id) != nil)
  }

  @Test func everyKeyHasACommand() {
    #expect(
      Keymap.standard.bindings.filter { CommandRegistry.command($0.command) == nil }.map(\.command) == [])
  }

  @Test func whatRemovesSomethingIsDangerous() {
    let words = ["remove", "kill", "prune"]
    let harmless = CommandRegistry.all.filter { command in
      words.contains { command.id.hasSuffix($0) } && command.danger != .destroys
    }
    #expect(harmless.map(\.id) == [])
  }

  @Test(arguments: CommandRegistry.all.map(\.id), [true, false])
  func everyCommandWorksOrSaysWhyWithNothingToActOn(id: String, isLive: Bool) {
    var stage = Stage(silent: 100, 30)
    if isLive { stage.hear(.containers([]), .live) }
    var state = stage.state
    _ = state.run(id)
    state.settle()
    #expect(state.jobs.isEmpty)
  }
}
