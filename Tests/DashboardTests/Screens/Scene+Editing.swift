import StackPlanning

@testable import Dashboard

extension Scene {
  /// The editor, and what comes before a text is written.
  static let editing: [Scene] = [
    Scene("editor-160x48", 160, 48) { $0.editShop() }, Scene("editor-120x34", 120, 34) { $0.editShop() },
    Scene("editor-80x24", 80, 24) { $0.editShop() }, Scene("editor-40x10", 40, 10) { $0.editShop() },
    Scene("editor-find-80x24", 80, 24) { stage in
      stage.edit("web")
      stage.press("<ctrl-b> <ctrl-r>")
      stage.type("image")
    },
    Scene("editor-completion-80x24", 80, 24) { stage in
      stage.edit("web")
      stage.press("<down> <end> <enter> <ctrl-space>")
    },
    Scene("editor-leave") { stage in
      stage.edit("web")
      stage.press("x <esc>")
    },
    Scene("review-160x48", 160, 48) { $0.reviewShop() }, Scene("review-120x34", 120, 34) { $0.reviewShop() },
    Scene("review-80x24", 80, 24) { $0.reviewShop() }, Scene("review-40x10", 40, 10) { $0.reviewShop() },
    Scene("review-errors-120x34", 120, 34) { stage in
      stage.editShop()
      stage.press("<ctrl-s>")
      stage.examined([Fixture.finding("there is no such key: imag", line: 4)], isReadable: false, plan: nil)
    },
    Scene("conflict-160x48", 160, 48) { $0.conflictInShop() },
    Scene("conflict-120x34", 120, 34) { $0.conflictInShop() },
    Scene("conflict-80x24", 80, 24) { $0.conflictInShop() },
    Scene("quick-edit") { stage in
      stage.select("shop-web-1")
      stage.press("i")
      stage.located([Fixture.shopCandidate("web")])
    },
    Scene("quick-edit-limits-80x24", 80, 24) { stage in
      stage.select("shop-web-1")
      stage.press("i")
      stage.located([Fixture.shopCandidate("web")])
      stage.press("l")
    },
    .keys("new-stack", "1 n"), .keys("new-stack-form-80x24", "1 n w", 80, 24),
    Scene("apply-failed") { stage in
      stage.reviewShop()
      stage.press("a")
      stage.written()
      stage.printed("Bind for 0.0.0.0:8080 failed: port is already allocated")
      stage.end(.failed("docker compose ended with status 1"))
    },
  ]
}

extension Stage {
  /// The web server's image changed, with a few findings.
  fileprivate mutating func editShop() {
    findCompose()
    edit("web")
    press("<down> <end> <backspace> 7")
    pause()
    let serial = state.editing.editor?.checks.asked ?? 0
    take(
      .editor(
        .checked(
          serial: serial,
          [
            Fixture.finding("the image is not here yet", line: 4, .advice),
            Fixture.finding("a secret stands in the file", line: 9, .warning),
          ])))
  }

  fileprivate mutating func reviewShop() {
    editShop()
    press("<ctrl-s>")
    examined([Fixture.finding("a secret stands in the file", line: 9, .warning)])
  }

  fileprivate mutating func conflictInShop() {
    editShop()
    press("<ctrl-s>")
    let theirs = Fixture.shopFile.replacing("postgres:16", with: "postgres:17")
    take(.editor(.conflict(serial: lastChange?.serial ?? 0, theirs: theirs)))
  }
}
