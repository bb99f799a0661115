import TerminalUI
import Testing

@testable import Dashboard

/// Forms: fields of several kinds, what they complete, what they remember, what they say is wrong.
@Suite struct FormTests {
  static let port = FieldCheck(name: "port") {
    $0.isEmpty || Int($0) != nil ? nil : "a port is a number"
  }

  /// A form with a field of each kind, on top of the containers.
  static func fields() -> [FormField] {
    [
      FormField("Image", placeholder: "nginx:1.27", completion: .words(["redis:7", "redis:8", "nginx"])),
      FormField("Port", history: "port", check: port),
      .choice("Restart", ["no", "always", "unless-stopped", "on-failure"], chosen: "always"),
      .toggle("Privileged"),
      .list("Variables", ["A=1"], placeholder: "NAME=value"),
      .secret("Password"),
      FormField("Folder", "/srv/", completion: .folders),
    ]
  }

  static func stage(_ fields: [FormField] = fields(), _ columns: Int = 120, _ rows: Int = 40) -> Stage {
    var stage = Stage(columns, rows)
    stage.show(.form(Form("Run a container", .screen(.quitNow), fields)))
    return stage
  }

  private func form(_ stage: Stage) throws -> Form<RootAction> {
    guard case .form(let form)? = stage.state.overlays.last else { throw NoForm() }
    return form
  }

  private struct NoForm: Error {}

  private func texts(_ stage: Stage) throws -> [String] { try form(stage).reply.texts }

  @Test func tabPutsInWhatAllMatchesHaveInCommonAndShowsThem() throws {
    var stage = Self.stage()
    stage.press("r <tab>")
    #expect(try texts(stage)[0] == "redis:" && form(stage).completions?.items.count == 2)
    stage.press("<down> <enter>")
    #expect(try texts(stage)[0] == "redis:8" && form(stage).selected == 0)
    stage.press("<tab>")
    #expect(try form(stage).selected == 1)
  }

  @Test func escClosesTheCompletionsBeforeTheForm() throws {
    var stage = Self.stage()
    stage.press("r <tab> <esc>")
    #expect(try form(stage).completions == nil)
    stage.press("<esc>")
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func pathsAreAskedForAndTakenWhereNothingWasTypedMeanwhile() throws {
    var stage = Self.stage()
    stage.press("<shift-tab> d <tab>")
    let query = PathQuery("/srv/d", foldersOnly: true)
    #expect(stage.effects == [.findPaths(query)])
    stage.take(.paths(PathAnswer(query, names: ["data/"])))
    #expect(try texts(stage)[6] == "/srv/data/")
    stage.press("<tab> x")
    stage.take(.paths(PathAnswer(PathQuery("/srv/data/", foldersOnly: true), names: ["late/"])))
    #expect(try texts(stage)[6] == "/srv/data/x")
  }

  @Test func aProblemStandsUnderItsFieldAsSoonAsThereIsOne() throws {
    var stage = Self.stage()
    stage.press("<down> 8")
    #expect(!stage.showing("a port is a number"))
    stage.press("x")
    let label = try #require(stage.place(of: "│ Port "))
    #expect(stage.place(of: "a port is a number")?.row == label.row + 1)
    stage.press("<enter>")
    #expect(try form(stage).selected == 1, "what cannot be taken keeps the cursor")
    stage.press("<backspace>")
    #expect(!stage.showing("a port is a number"))
  }

  @Test func aWordIsChosenByBlankArrowOrLetter() throws {
    var stage = Self.stage()
    stage.press("<down> <down> <space>")
    #expect(try texts(stage)[2] == "unless-stopped")
    stage.press("n")
    #expect(try texts(stage)[2] == "no")
    stage.press("<left>")
    #expect(try texts(stage)[2] == "on-failure" && stage.showing("[on-failure]"))
  }

  @Test func aSwitchIsYesOrNo() throws {
    var stage = Self.stage()
    stage.press("<down> <down> <down> <space>")
    #expect(try texts(stage)[3] == "yes")
    stage.press("n")
    #expect(try texts(stage)[3] == "no")
  }

  @Test func enterAddsToAListAndGoesOnFromAnEmptyLine() throws {
    var stage = Self.stage()
    stage.press("<down> <down> <down> <down>")
    stage.type("B=x y")
    stage.press("<enter>")
    #expect(try texts(stage)[4] == "A=1\nB=x y" && form(stage).selected == 4)
    stage.press("<backspace> <backspace> z <enter> <enter>")
    #expect(try texts(stage)[4] == "A=1\nB=x z" && form(stage).selected == 5)
  }

  @Test func pastedLinesBecomeItemsOfAList() throws {
    var stage = Self.stage()
    stage.press("<down> <down> <down> <down>")
    stage.take(.input(.paste("B=2\n\nC=\u{1B}[31m3\n")))
    #expect(try texts(stage)[4] == "A=1\nB=2\nC=[31m3")
  }

  @Test func aSecretIsShownToNobodyAndNotKept() throws {
    var stage = Self.stage([.secret("Password")])
    stage.type("hunter2")
    #expect(!stage.showing("hunter2") && stage.showing("•••••••"))
    stage.press("<enter>")
    #expect(stage.state.formHistory == FormHistory())
  }

  @Test func whatWasTypedBeforeComesBack() throws {
    var stage = Self.stage([FormField("Port", history: "port")])
    stage.type("8080")
    stage.press("<enter>")
    stage.show(.form(Form("Another", .screen(.quitNow), [FormField("Host port", history: "port")])))
    stage.press("9 <up>")
    #expect(try texts(stage) == ["8080"])
    stage.press("<down>")
    #expect(try texts(stage) == ["9"])
  }

  @Test func everyFieldIsReachedOnASmallScreen() {
    var stage = Self.stage(Self.fields(), 40, 12)
    for label in ["Image", "Port", "Restart", "Privileged", "Variables", "Password", "Folder"] {
      #expect(stage.showing(label), "\(stage)")
      stage.press("<down>")
    }
  }

  @Test func theMouseChoosesAWordAndPutsTheCursor() throws {
    var stage = Self.stage()
    let word = try #require(stage.place(of: "unless-stopped"))
    stage.mouse(.press, at: word.column + 1, word.row)
    #expect(try texts(stage)[2] == "unless-stopped" && form(stage).selected == 2)
    let folder = try #require(stage.place(of: "Folder      /srv/"))
    stage.mouse(.press, at: folder.column + 13, folder.row)
    stage.press("x")
    #expect(try texts(stage)[6] == "/xsrv/")
  }

  @Test func theMouseChoosesACompletion() throws {
    var stage = Self.stage()
    stage.press("r <tab>")
    let place = try #require(stage.place(of: "redis:8"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(try texts(stage)[0] == "redis:8")
  }

  @Test func submittingFromAnywhereStopsAtWhatCannotBeTaken() throws {
    var stage = Self.stage()
    stage.press("<down> x <up> <ctrl-s>")
    #expect(try form(stage).selected == 1 && stage.effects.isEmpty)
    stage.press("<backspace> 1 <ctrl-s>")
    #expect(stage.effects == [.quit] && stage.state.overlays.isEmpty)
  }

  @Test func aNewSizeKeepsWhatWasTyped() throws {
    var stage = Self.stage()
    stage.press("r <tab>")
    for (columns, rows) in [(40, 12), (20, 5), (160, 48), (1, 1)] { stage.resize(columns, rows) }
    #expect(try texts(stage)[0] == "redis:")
  }
}
