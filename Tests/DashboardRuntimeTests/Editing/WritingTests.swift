import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// What happens to files when texts are written.
@Suite struct WritingTests {
  @Test func theTextTakesThePlaceOfTheOneItStartedFrom() throws {
    let folder = try EditingFolder(["compose.yaml": "a: 1\n"])
    guard
      case .written(serial: 7) = folder.editing.write(
        folder.change("compose.yaml", from: "a: 1\n", to: "a: 2\n"))
    else {
      Issue.record("it was not written")
      return
    }
    #expect(folder.text("compose.yaml") == "a: 2\n")
  }

  @Test func aFileThatWasChangedMeanwhileIsNeverOverwritten() throws {
    let folder = try EditingFolder(["compose.yaml": "a: 3\n"])
    guard
      case .conflict(serial: 7, theirs: "a: 3\n") = folder.editing.write(
        folder.change("compose.yaml", from: "a: 1\n", to: "a: 2\n"))
    else {
      Issue.record("there was no conflict")
      return
    }
    #expect(folder.text("compose.yaml") == "a: 3\n")
  }

  @Test func aFileThatIsGoneIsNotMadeAgain() throws {
    let folder = try EditingFolder()
    guard
      case .conflict(serial: 7, theirs: nil) = folder.editing.write(
        folder.change("compose.yaml", from: "a: 1\n", to: "a: 2\n"))
    else {
      Issue.record("there was no conflict")
      return
    }
    #expect(folder.text("compose.yaml") == nil)
  }

  @Test func aNewFileGetsItsFolder() throws {
    let folder = try EditingFolder()
    _ = folder.editing.write(folder.change("deep/er/compose.yaml", from: nil, to: "a: 1\n"))
    #expect(folder.text("deep/er/compose.yaml") == "a: 1\n")
  }

  @Test func aNewFileOverwritesNothing() throws {
    let folder = try EditingFolder(["compose.yaml": "theirs: 1\n"])
    guard
      case .conflict(serial: 7, theirs: "theirs: 1\n") = folder.editing.write(
        folder.change("compose.yaml", from: nil, to: "a: 1\n"))
    else {
      Issue.record("there was no conflict")
      return
    }
    #expect(folder.text("compose.yaml") == "theirs: 1\n")
  }

  @Test func theLastEditCanBeTakenBackOnce() throws {
    let folder = try EditingFolder(["compose.yaml": "a: 1\n"])
    _ = folder.editing.write(folder.change("compose.yaml", from: "a: 1\n", to: "a: 2\n"))
    guard case .proposed(let change) = folder.editing.takeBack(folder.request(["compose.yaml"], nil)) else {
      Issue.record("nothing was proposed")
      return
    }
    #expect(change.text == "a: 1\n" && change.base == "a: 2\n")
    _ = folder.editing.write(change)
    #expect(folder.text("compose.yaml") == "a: 1\n")
    guard case .refused(_, let reason) = folder.editing.takeBack(folder.request(["compose.yaml"], nil)) else {
      Issue.record("it was taken back again")
      return
    }
    #expect(reason.description.hasPrefix("cannot undo an edit: davit has not written"))
  }

  @Test func whatWritingWouldChangeComesWithTheReasonWhyThereIsNoPlan() async throws {
    let text = "services:\n  web:\n    image: nginx:1.27\n"
    let folder = try EditingFolder(["compose.yaml": text])
    let change = folder.change("compose.yaml", from: text, to: text.replacing("1.27", with: "1.28"))
    guard case .examined(serial: 7, let facts) = await folder.editing.examine(change) else {
      Issue.record("it was not examined")
      return
    }
    #expect(facts.isReadable && facts.plan == nil && facts.planProblem != nil)
    #expect(facts.difference.contains(DifferenceLine(kind: .new, text: "    image: nginx:1.28")))
  }

  @Test func whatComposeCannotReadIsSaid() async throws {
    let folder = try EditingFolder(["compose.yaml": "services: {}\n"])
    let change = folder.change("compose.yaml", from: "services: {}\n", to: "services:\n  web: [\n")
    guard case .examined(_, let facts) = await folder.editing.examine(change) else {
      Issue.record("it was not examined")
      return
    }
    #expect(!facts.isReadable && facts.findings.contains { $0.severity == .error })
  }

  @Test func theReviewSeesAFileThatWasChanged() async throws {
    let folder = try EditingFolder(["compose.yaml": "a: 3\n"])
    guard
      case .conflict(_, theirs: "a: 3\n") = await folder.editing.examine(
        folder.change("compose.yaml", from: "a: 1\n", to: "a: 2\n"))
    else {
      Issue.record("there was no conflict")
      return
    }
  }
}
