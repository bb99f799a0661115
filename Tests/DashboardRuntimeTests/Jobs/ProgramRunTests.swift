import TestSupport
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Programs of the user's own.
@Suite struct ProgramRunTests {
  @Test func aProgramIsFoundInThePathAndKeepsItsArguments() throws {
    let folder = try TestFolder()
    folder.put("#!/bin/sh\n", in: "bin/poke", mode: 0o755)
    folder.put("no program", in: "bin/text")
    let environment = ["PATH": "bin:\(folder.path)/bin", "HOME": folder.path]
    #expect(
      ProgramSearch.command(["poke", "; rm -rf /", "$(x)"], environment)
        == ["\(folder.path)/bin/poke", "; rm -rf /", "$(x)"])
    #expect(ProgramSearch.command(["~/bin/poke"], environment) == ["\(folder.path)/bin/poke"])
    #expect(ProgramSearch.command(["text"], environment) == nil)
    #expect(ProgramSearch.command(["nothing"], environment) == nil)
  }
}
