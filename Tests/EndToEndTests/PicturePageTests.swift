import FoundationEssentials
import TerminalHarness
import TestSupport
import Testing

/// The pictures in the pages are what davit draws.
@Suite(.serialized) struct PicturePageTests {
  /// A picture, as a page has it: the words that make it stand in a comment before it.
  struct Picture: Sendable, CustomTestStringConvertible {
    let file: URL
    let arguments: [String]
    /// Whether only the frame is compared, since what is in it is another text each time.
    let isFrameOnly: Bool

    var testDescription: String { file.lastPathComponent }
  }

  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  /// All pictures of all pages.
  static let pictures: [Picture] = {
    let folder = docs.appending(path: "panes")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name -> [Picture] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      let comment =
        #/
        <!--\ (frame\ of\ )?davit\ snapshot\ ([^>]*?)(?:\ --keys\ "([^"]*)")?\ -->\n!\[[^\]]*\]\(([^)]*)\)
        /#
      return text.matches(of: comment).map { match in
        let keys = match.3.map { ["--keys", String($0)] } ?? []
        return Picture(
          file: folder.appending(path: String(match.4)),
          arguments: match.2.split(separator: " ").map(String.init) + keys, isFrameOnly: match.1 != nil)
      }
    }
  }()

  /// The rows of text in an SVG picture.
  private func rows(of svg: String) -> [String] {
    svg.split(separator: "\n").filter { $0.hasPrefix("<text") }.map { row in
      String(row).replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
    }
  }

  /// Rows without what changes from one second to the next: figures, graphs, and the blanks beside them.
  private func still(_ all: [String], isFrameOnly: Bool) -> [String] {
    // The header says more once the first figures are there.
    let rows = all.dropFirst()
    let kept = isFrameOnly ? rows.filter { row in "╭╰".contains { row.contains($0) } } : Array(rows)
    return kept.map { row in
      row.replacing(/[0-9][0-9.,:\-]*[BKMGTsmhdwyo%]*/, with: "#").replacing(/[▁▂▃▄▅▆▇█⠀-⣿]/, with: "")
        .replacing(/[ ]+/, with: " ").replacing(/─+/, with: "─").replacing(/[┃│]/, with: "│")
    }
  }

  @Test(arguments: pictures) func aPictureIsFresh(picture: Picture) throws {
    func drawn() throws -> String {
      let result = try Davit.captured(["snapshot", "--svg", "--demo", "--theme", "dark"] + picture.arguments)
      #expect(result.end == .exit(0), "\(result.errors)")
      return result.output
    }
    if ProcessInfo.processInfo.environment["DAVIT_WRITE_DOCS"] == "1" {
      try drawn().write(to: picture.file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: picture.file, encoding: .utf8)
    let page = still(rows(of: kept), isFrameOnly: picture.isFrameOnly)
    #expect(page.count >= 2)
    // A state that is just changing is given a second look.
    var now: [String] = []
    for _ in 0..<3 {
      now = try still(rows(of: drawn()), isFrameOnly: picture.isFrameOnly)
      if now == page { return }
    }
    for (page, now) in zip(page, now) where page != now {
      Issue.record("the page has\n\(page)\nand davit draws\n\(now)\nmake it anew with: make docs")
    }
  }

  @Test func eachPaneHasAPicture() { #expect(Self.pictures.count >= 7) }
}
