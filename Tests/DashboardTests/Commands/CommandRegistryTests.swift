import EngineModel
import Testing

@testable import Dashboard

/// What holds for every command there is.
@Suite struct CommandRegistryTests {
  @Test func everyIDIsUnique() {
    let ids = Features.standard.commands.map(\.id)
    #expect(ids.count == Set(ids).count)
  }

  @Test(arguments: Features.standard.commands.map(\.id))
  func everyCommandIsExplainedInASentence(id: String) throws {
    let command = try #require(Features.standard.command(id))
    #expect(command.doc.hasSuffix(".") && command.doc.first?.isUppercase == true && !command.title.isEmpty)
  }

  @Test(arguments: Features.standard.commands.map(\.id))
  func everyCommandHasAKey(id: String) {
    #expect(Features.standard.keymap.keyText(id) != nil)
  }

  @Test func everyKeyHasACommand() {
    #expect(
      Features.standard.keymap.bindings.filter { Features.standard.command($0.command) == nil }.map(\.command)
        == [])
  }

  @Test func whatRemovesSomethingIsDangerous() {
    let words = ["remove", "kill", "prune"]
    let harmless = Features.standard.commands.filter { command in
      words.contains { command.id.hasSuffix($0) } && command.danger != .destroys
    }
    #expect(harmless.map(\.id) == [])
  }

  @Test(arguments: Features.standard.commands.map(\.id), [true, false])
  func everyCommandWorksOrSaysWhyWithNothingToActOn(id: String, isLive: Bool) {
    var stage = Stage(silent: 100, 30)
    if isLive { stage.hear(.containers([]), .live) }
    var state = stage.state
    _ = state.run(id)
    state.settle()
    #expect(state.jobs.isEmpty)
  }
}
