import FoundationEssentials
import TerminalHarness
import Testing

/// Something that people do every day, as the keys with which a person finds it by what the screen tells.
struct EverydayTask: Sendable, CustomTestStringConvertible {
  /// A step of it.
  enum Step: Sendable {
    case press([String])
    /// A word or a value, typed in one go.
    case type(String)
    /// The screen shows a text then.
    case see(String)
    /// The first row of the list shows a text then.
    case seeFirst(String)
    /// A text is on the clipboard then.
    case copied(String)

    static func press(_ keys: String...) -> Step { .press(keys) }
  }

  let name: String
  let steps: [Step]

  init(_ name: String, _ steps: Step...) {
    self.name = name
    self.steps = steps
  }

  var testDescription: String { name }

  /// No everyday task needs more keys than this; what is typed counts as one.
  static let mostKeys = 12

  /// How many keys it takes.
  var keys: Int {
    steps.reduce(0) { count, step in
      switch step {
      case .press(let keys): count + keys.count
      case .type: count + 1
      case .see, .seeFirst, .copied: count
      }
    }
  }

  /// Does it; an expectation that fails says where it was.
  func run(on program: TerminalProgram) {
    for step in steps {
      switch step {
      case .press(let keys):
        for key in keys {
          program.press(key)
          program.settle(quiet: .milliseconds(60), within: .milliseconds(400))
        }
      case .type(let text):
        program.type(text)
        program.settle(quiet: .milliseconds(60), within: .milliseconds(400))
      case .see(let text): expect(program, "\(text) is seen") { $0.screen.shows(text) }
      case .seeFirst(let text):
        expect(program, "\(text) is in the first row") { Self.firstRow($0.screen).contains(text) }
      case .copied(let text):
        expect(program, "\(text) is copied") { Self.copied($0.screen).contains(text) }
      }
    }
  }

  private func expect(_ program: TerminalProgram, _ what: String, _ condition: (TerminalProgram) -> Bool) {
    let isTrue = program.wait(within: .seconds(15), until: condition)
    #expect(isTrue, "\(name): \(what)\n\(program.screen.text)")
  }

  /// What is on the clipboard.
  private static func copied(_ screen: TerminalScreen) -> String {
    let data = screen.clipboard.last.flatMap { Data(base64Encoded: $0) }
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The row below the titles of the columns.
  private static func firstRow(_ screen: TerminalScreen) -> String {
    let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let titles = lines.firstIndex(where: { $0.contains("NAME") && $0.contains("CPU") }),
      lines.indices.contains(titles + 1)
    else { return "" }
    return lines[titles + 1]
  }
}
