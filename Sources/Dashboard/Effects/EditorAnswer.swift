import ComposeFile
import StackPlanning
import Troubles

/// What comes back of an `EditorEffect`.
package enum EditorAnswer: Sendable {
  /// The files of a stack, in merge order.
  case located(EditorRequest, [FileCandidate])
  /// What the checks say about the text of a file, as far as it is about this file; nil for the place of what stands in
  /// another one.
  case checked(serial: Int, [ComposeFinding])
  case examined(serial: Int, ChangeFacts)
  case written(serial: Int)
  /// The file has another text than the one that the change started from; nil where it is gone.
  case conflict(serial: Int, theirs: String?)
  /// It cannot be done.
  case refused(serial: Int, Trouble)
  /// A text to review.
  case proposed(FileChange)
  /// The text that the user's own editor has left.
  case handedBack(serial: Int, String)
  /// A new stack, to go on with in the editor.
  case prepared(FileChange)
  /// Texts that an earlier run could not write.
  case leftovers([Leftover])
}

/// One file of a stack, as the editor may open it.
package struct FileCandidate: Sendable, Equatable {
  /// The absolute path.
  package var path: String
  /// The text; empty where it cannot be read.
  package var text: String
  /// Why it cannot be read; nil where it can.
  package var problem: String?
  /// Whether there is no such file.
  package var isMissing: Bool
  /// Whether it defines the service that was asked for.
  package var hasService: Bool
  /// The service as this file has it, variables unresolved; nil where it does not.
  package var definition: ComposeNode?
  /// A text of an earlier run that was not written.
  package var leftover: Leftover?

  /// A file from its parts.
  package init(
    path: String, text: String, problem: String? = nil, isMissing: Bool = false, hasService: Bool = false,
    definition: ComposeNode? = nil, leftover: Leftover? = nil
  ) {
    self.path = path
    self.text = text
    self.problem = problem
    self.isMissing = isMissing
    self.hasService = hasService
    self.definition = definition
    self.leftover = leftover
  }
}

/// A text that was not written when a run of davit ended.
package struct Leftover: Sendable, Hashable {
  /// The file that it was meant for, absolute.
  package var path: String
  package var text: String
  /// When it was kept, as people read it: `2026-11-24 12:03`.
  package var time: String

  /// A text from its parts.
  package init(path: String, text: String, time: String) {
    self.path = path
    self.text = text
    self.time = time
  }
}

/// What writing a text would change.
package struct ChangeFacts: Sendable, Equatable {
  /// The lines in which the texts differ, with some around them.
  package var difference: [DifferenceLine]
  /// What the checks say about the stack with the new text, the worst first.
  package var findings: [ComposeFinding]
  /// Whether Compose could read the stack.
  package var isReadable: Bool
  /// What bringing the stack up would do; nil where it is not known.
  package var plan: StackPlan?
  /// Why there is no plan; nil where there is one.
  package var planProblem: Trouble?

  /// Facts from their parts.
  package init(
    difference: [DifferenceLine], findings: [ComposeFinding], isReadable: Bool, plan: StackPlan?,
    planProblem: Trouble? = nil
  ) {
    self.difference = difference
    self.findings = findings
    self.isReadable = isReadable
    self.plan = plan
    self.planProblem = planProblem
  }
}

/// A line of a difference.
package struct DifferenceLine: Sendable, Hashable {
  /// What became of it.
  package enum Kind: Sendable, Hashable {
    case kept, gone, new
    /// Where the following lines stand.
    case place
  }

  package var kind: Kind
  /// The line without its sign.
  package var text: String

  /// The lines in which two texts differ, with three around them.
  package static func between(_ old: String, _ new: String) -> [DifferenceLine] {
    let unified = LineDifference(from: old, to: new).unified(oldName: "a", newName: "b")
    return unified.utf8.split(separator: 0x0A).dropFirst(2).map { bytes in
      let line = String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
      let text = String(line.dropFirst())
      return switch bytes.first {
      case UInt8(ascii: "+"): DifferenceLine(kind: .new, text: text)
      case UInt8(ascii: "-"): DifferenceLine(kind: .gone, text: text)
      case UInt8(ascii: "@"): DifferenceLine(kind: .place, text: line)
      case UInt8(ascii: "\\"): DifferenceLine(kind: .place, text: line)
      default: DifferenceLine(kind: .kept, text: text)
      }
    }
  }
}
