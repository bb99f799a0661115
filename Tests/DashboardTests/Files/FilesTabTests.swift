import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// The Files tab: what is in a container, folder by folder.
@Suite struct FilesTabTests {
  /// A stage with the files of a container: of its root, and of /etc.
  private func stage(_ columns: Int = 120, _ rows: Int = 34) -> Stage {
    var stage = Stage(columns, rows)
    stage.showFiles(of: "cache")
    return stage
  }

  @Test func theFolderIsReadOfWhatRuns() {
    let stage = stage()
    let place = FilePlace(container: stage.id("cache"), path: .root)
    #expect(stage.asks(for: .folder(place, isRunning: true, revision: 0)))
  }

  @Test func enterGoesIntoAFolder() {
    var stage = stage()
    stage.press("j <enter>")
    #expect(
      stage.asks(
        for: .folder(
          FilePlace(container: stage.id("cache"), path: ContainerPath("/etc")), isRunning: true, revision: 0))
    )
    stage.hear(
      .folder(
        FilePlace(container: stage.id("cache"), path: ContainerPath("/etc")),
        .success(FolderEntries([FileEntry(name: Array("hosts".utf8), kind: .file)], isComplete: true))))
    #expect(stage.showing("hosts"))
  }

  @Test func upPutsTheCursorOnTheFolderThatWasLeft() {
    var stage = stage()
    stage.press("j <enter> h <enter>")
    #expect(stage.showing("/etc  "))
  }

  @Test func thereIsNothingAboveTheRoot() {
    var stage = stage()
    stage.press("<backspace>")
    #expect(stage.showing("this is the topmost folder"))
  }

  @Test func lettersSayWhatWasChanged() {
    let stage = stage()
    #expect(stage.rows(with: "etc/").contains { $0.contains("C ") })
    #expect(stage.rows(with: "new.log").contains { $0.contains("A ") })
    #expect(stage.rows(with: "gone.conf").contains { $0.contains("D ") })
  }

  @Test func allChangesAreListedOnAKey() {
    var stage = stage()
    stage.press("c")
    #expect(stage.showing("changed since the image"))
    #expect(stage.rows(with: "/etc/hosts").contains { $0.contains("C ") })
    #expect(
      !stage.rows(with: "/etc ").contains { $0.contains("C ") }, "only what is in the folder has changed")
  }

  @Test func aSearchNarrowsTheRows() {
    var stage = stage()
    stage.press("/ l o g <enter>")
    #expect(stage.showing("new.log"))
    #expect(!stage.showing("etc/"))
  }

  @Test func keysThatComeAtOnceActOnWhatTheSearchHasLeft() {
    var stage = stage()
    stage.pressAtOnce("/ l o g <enter> s")
    #expect(stage.showing("Copy /new.log to"))
  }

  @Test func aSearchEndsInTheNextFolder() {
    var stage = stage()
    stage.press("/ e t c <enter> <enter>")
    stage.hear(
      .folder(
        FilePlace(container: stage.id("cache"), path: ContainerPath("/etc")),
        .success(FolderEntries([FileEntry(name: Array("hosts".utf8), kind: .file)], isComplete: true))))
    #expect(stage.showing("hosts"))
  }

  @Test func aFileIsShownOverThePanes() {
    var stage = stage()
    stage.press("G k <enter>")
    let place = FilePlace(container: stage.id("cache"), path: ContainerPath("/new.log"))
    #expect(stage.asks(for: .file(place)))
    stage.hear(
      .file(
        place, .text(.success(FileText(path: place.path, bytes: Array("a\tb\n\u{1B}[2Jc".utf8), size: 9)))))
    #expect(stage.showing("a       b"))
    #expect(stage.showing("␛[2Jc"))
  }

  @Test func closingItEndsTheReading() {
    var stage = stage()
    stage.press("G k <enter> <esc>")
    #expect(
      !stage.asks(for: .file(FilePlace(container: stage.id("cache"), path: ContainerPath("/new.log")))))
  }

  @Test func aLinkToAFolderIsGoneIntoAndTheSearchEnds() {
    var stage = stage()
    stage.press("/ l o g <enter> <enter>")
    let place = FilePlace(container: stage.id("cache"), path: ContainerPath("/new.log"))
    stage.hear(.file(place, .folder))
    #expect(!stage.state.shared.details.search.isActive)
    #expect(stage.asks(for: .folder(place, isRunning: true, revision: 0)))
  }

  @Test func whatIsNoTextIsDumped() {
    let text = FileText(path: .root, bytes: [0x7F, 0x45, 0, 0xFF], size: 4)
    #expect(text.lines == ["00000000  7f 45 00 ff                                      .E.."])
  }

  @Test func onlyTheBeginningOfALongFileIsSaidToBeShown() {
    let facts = FilesFacts()
    let place = FilePlace(container: ContainerID("c"), path: ContainerPath("/big"))
    var known = facts
    known.keep(.success(FileText(path: place.path, bytes: [0x61], size: 3 << 30)), of: place)
    #expect(FileTextView.title(place, known) == "/big  the first 1B of 3.0G")
  }

  @Test func whyAFolderCannotBeReadIsSaid() {
    var stage = stage()
    stage.press("j <enter>")
    let place = FilePlace(container: stage.id("cache"), path: ContainerPath("/etc"))
    stage.hear(.folder(place, .failure(Trouble("cannot read the folder", why: "the disk is gone"))))
    #expect(stage.showing("cannot read the folder: the disk is gone"))
  }

  @Test func whatWasNotReadIsSaid() {
    var stage = stage()
    let place = FilePlace(container: stage.id("cache"), path: .root)
    stage.hear(
      .folder(place, .success(FolderEntries([], isComplete: false, shortfall: "the rest is left out"))))
    #expect(stage.showing("the rest is left out"))
  }

  @Test func aVolumeIsLookedAtThroughAContainer() {
    var stage = Stage()
    stage.select("shop_data", in: .volumes)
    stage.turn(to: .files)
    let database = stage.id("shop-db-1")
    #expect(
      stage.state.subscriptions.contains { subscription in
        if case .folder(let place, _, _) = subscription.stream { place.container == database } else { false }
      })
  }

  @Test func modesAreWrittenAsLsWritesThem() {
    let entry = FileEntry(name: [], kind: .folder, permissions: 0o1777)
    #expect(entry.modeText == "drwxrwxrwt")
    #expect(FileEntry(name: [], kind: .file, permissions: 0o4750).modeText == "-rwsr-x---")
  }

  @Test func pathsStayBelowTheRoot() {
    #expect(ContainerPath("/a/../../b/./c").text == "/b/c")
    #expect(ContainerPath("/a/b").following(Array("../c".utf8)).text == "/a/c")
    #expect(ContainerPath("/").parent == nil)
  }
}

extension Stage {
  /// Whether a stream of the first engine is wanted now.
  func asks(for stream: EngineStream) -> Bool {
    state.subscriptions.contains(Subscription(stream, of: .first))
  }

  /// Turns the tabs of the details.
  mutating func turn(to tab: Tab) {
    for _ in state.shared.details.tabs where state.shared.details.tab != tab { press("]") }
    if state.shared.details.tab != tab { Issue.record("there is no tab \(tab.title)") }
  }

  /// Looks at the files of a container, as far as the engine has answered.
  mutating func showFiles(of name: String) {
    select(name, in: .containers)
    press("<enter>")
    turn(to: .files)
    func entry(_ name: String, _ kind: FileEntry.Kind, _ size: UInt64 = 0, mode: UInt32 = 0o644) -> FileEntry
    {
      FileEntry(
        name: Array(name.utf8), kind: kind, permissions: mode, size: size, modified: Fixture.now,
        link: kind == .link ? Array("/usr/bin".utf8) : nil)
    }
    hear(
      .folder(
        FilePlace(container: id(name), path: .root),
        .success(
          FolderEntries(
            [
              entry("etc", .folder, mode: 0o755), entry("bin", .link, 8, mode: 0o777),
              entry("aaa", .folder, mode: 0o755), entry("new.log", .file, 81_234),
              entry("entry.sh", .file, 512, mode: 0o755), entry("bad\u{1B}[31m", .file, 3),
              entry("console", .characterDevice),
            ], isComplete: true, time: Fixture.now))),
      .changes(
        id(name),
        .success(
          PathChanges([
            PathChange(path: ContainerPath("/etc"), kind: .changed),
            PathChange(path: ContainerPath("/etc/hosts"), kind: .changed),
            PathChange(path: ContainerPath("/gone.conf"), kind: .deleted),
            PathChange(path: ContainerPath("/new.log"), kind: .added),
          ]))))
  }
}
