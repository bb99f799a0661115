import Testing

@testable import Dashboard

/// What the checks say while somebody types, and what is kept for the case of a crash.
@Suite struct LiveCheckTests {
  private func checks(_ stage: Stage) -> [EditorCheck] {
    stage.editorEffects.compactMap { if case .check(let check) = $0 { check } else { nil } }
  }

  @Test func theTextIsCheckedWhenItIsOpened() {
    var stage = Stage()
    stage.edit("web")
    #expect(checks(stage).map(\.text.string) == [Fixture.shopFile])
  }

  @Test func itIsCheckedAgainOnceAMomentAfterTheLastKey() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<end> a b")
    stage.pause()
    #expect(checks(stage).count == 2)
    #expect(checks(stage).last?.text.string.contains("web:ab") == true)
  }

  @Test func whatIsWrongWithTheLineStandsBelow() {
    var stage = Stage()
    stage.edit("web")
    let serial = checks(stage)[0].serial
    stage.take(.editor(.checked(serial: serial, [Fixture.finding("there is no such key", line: 4)])))
    #expect(stage.showing("1 error"))
    #expect(!stage.showing("there is no such key"))
    stage.press("<down>")
    #expect(stage.showing("there is no such key — look it up"))
  }

  @Test func anAnswerThatIsTooLateIsNotLookedAt() {
    var stage = Stage()
    stage.edit("web")
    stage.press("x")
    stage.pause()
    let serials = checks(stage).map(\.serial)
    stage.take(.editor(.checked(serial: serials[1], [])))
    stage.take(.editor(.checked(serial: serials[0], [Fixture.finding("old", line: 3)])))
    #expect(stage.showing("no errors"))
  }

  @Test func portsOfOtherStacksCountAsHeld() {
    var stage = Stage()
    stage.hearContainers {
      $0.append(Fixture.container("other", project: nil, ports: [Fixture.published(9999, 80)]))
    }
    stage.edit("web")
    #expect(checks(stage)[0].usedPorts.map(\.port) == [9999])
  }

  @Test func unsavedTextIsKeptAMomentAfterTheLastKey() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<end> x")
    stage.pause()
    let kept = stage.editorEffects.compactMap { if case .keep(let text) = $0 { text } else { nil } }
    #expect(kept.map(\.path) == [Fixture.shopPath])
    #expect(kept.first?.text.string.contains("web:x") == true)
  }

  @Test func whatWasKeptIsForgottenWhenTheTextIsDiscarded() {
    var stage = Stage()
    stage.edit("web")
    stage.press("x")
    stage.pause()
    stage.press("<esc> d")
    #expect(stage.editorEffects.last == .forget(path: Fixture.shopPath, leftovers: false))
  }

  @Test func aTextOfAnEarlierRunIsOfferedWhereItsFileIsOpened() {
    var stage = Stage()
    let leftover = Leftover(path: Fixture.shopPath, text: "services: {}\n", time: "2026-11-24 12:03")
    stage.edit("web", leftover: leftover)
    #expect(stage.menu?.title == "Unsaved text from 2026-11-24 12:03")
    stage.press("r")
    #expect(stage.editedText == "services: {}\n")
    stage.press("<ctrl-z>")
    #expect(stage.editedText == Fixture.shopFile)
  }

  @Test func aTextOfAnEarlierRunCanBeDiscarded() {
    var stage = Stage()
    let leftover = Leftover(path: Fixture.shopPath, text: "services: {}\n", time: "2026-11-24 12:03")
    stage.edit("web", leftover: leftover)
    stage.press("d")
    #expect(stage.editorEffects.contains(.forget(path: Fixture.shopPath, leftovers: true)))
    #expect(stage.editedText == Fixture.shopFile)
  }

  @Test func atTheStartTextsOfEarlierRunsAreOffered() {
    var stage = Stage()
    stage.take(
      .editor(.leftovers([Leftover(path: Fixture.shopPath, text: "x: y\n", time: "2026-11-24 12:03")])))
    #expect(stage.showing("Unsaved texts from an earlier run") && stage.showing("/srv/shop/compose.yaml"))
    stage.press("<enter>")
    guard case .locate(let request)? = stage.editorEffects.last else {
      Issue.record("the file was not asked for")
      return
    }
    #expect(request.purpose == .file(Fixture.shopPath) && request.key == Fixture.shopKey)
  }

  @Test func theTextOfTheUsersOwnEditorIsOneStep() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<ctrl-o>")
    guard case .handOver(let order)? = stage.editorEffects.last else {
      Issue.record("nothing was handed over")
      return
    }
    #expect(order.line == 3 && order.text.string == Fixture.shopFile)
    stage.take(.editor(.handedBack(serial: order.serial, "services:\n  web:\n    image: other:1\n")))
    #expect(stage.showing("image: other:1"))
    stage.press("<ctrl-z>")
    #expect(stage.editedText == Fixture.shopFile)
  }
}
