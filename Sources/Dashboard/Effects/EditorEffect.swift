import ComposeFile
import EngineModel
import StackPlanning

/// What editing asks of the world. Each answer is an `EditorAnswer` with the serial of the request.
package enum EditorEffect: Sendable, Hashable {
  /// Reads the files of a stack and finds where a service is defined; answered by `located`.
  case locate(EditorRequest)
  /// Checks a text beside what is being typed; only the newest is worked on; answered by `checked`.
  case check(EditorCheck)
  /// Works out what writing a text would change, in the file and on the engine; answered by `examined`.
  case examine(FileChange)
  /// Writes a text, unless the file has become another one; answered by `written`, `conflict` or `refused`.
  case write(FileChange)
  /// Makes the text that a few edits come to; answered by `proposed` or `refused`.
  case propose(EditOrder)
  /// Reads the text that a stack's files had before the last edit; answered by `proposed` or `refused`.
  case takeBack(EditorRequest)
  /// Keeps a text that is not written yet where a crash does not reach it.
  case keep(UnsavedText)
  /// Forgets the text kept for a file, and those that earlier runs have left of it where they are taken over.
  case forget(path: String, leftovers: Bool)
  /// Gives the terminal and a copy of the text to the user's own editor; answered by `handedBack` or `refused`.
  case handOver(HandOver)
  /// Makes the text of a new stack; answered by `prepared` or `refused`.
  case prepare(NewStack)
  /// Looks for texts that an earlier run could not write; answered by `leftovers`.
  case findLeftovers
}

/// A stack, or a service of it, whose definition is asked for.
package struct EditorRequest: Sendable, Hashable {
  /// What the answer is for.
  package enum Purpose: Sendable, Hashable {
    /// The editor.
    case edit
    /// A quick edit of a service.
    case quickEdit
    /// The editor on this file, be it there or not.
    case file(String)
  }

  package var serial: Int
  package var key: ProjectKey
  package var source: StackSource
  /// The service; nil for the whole stack.
  package var service: String?
  package var purpose: Purpose
}

/// A text to check.
package struct EditorCheck: Sendable, Hashable {
  package var serial: Int
  /// The file whose text it is, absolute.
  package var path: String
  package var text: EditedText
  package var source: StackSource
  /// Host ports that others hold.
  package var usedPorts: [UsedHostPort]

  /// The serial is enough: a check never has another's.
  package static func == (left: EditorCheck, right: EditorCheck) -> Bool { left.serial == right.serial }
  /// The serial is enough.
  package func hash(into hasher: inout Hasher) { hasher.combine(serial) }
}

/// A text that is to take the place of a file's.
package struct FileChange: Sendable, Hashable {
  package var serial: Int
  /// What it is, in a few words.
  package var title: String
  /// The stack that the file belongs to.
  package var key: ProjectKey
  package var source: StackSource
  /// The file, absolute.
  package var path: String
  /// The text that the change started from; nil where there was no file.
  package var base: String?
  /// The text to write.
  package var text: String
  /// Whether it brings the text before the last edit back, so that this one is forgotten.
  package var takesBack: Bool
  /// Host ports that others hold, for the checks.
  package var usedPorts: [UsedHostPort] = []
  /// Numbers of replicas that were asked for by hand, by service: what bringing it up is given, and its plan made with.
  package var scale: [String: Int] = [:]

  /// A change from its parts.
  package init(
    serial: Int, title: String = "Review", key: ProjectKey, source: StackSource, path: String, base: String?,
    text: String, takesBack: Bool = false
  ) {
    self.serial = serial
    self.title = title
    self.key = key
    self.source = source
    self.path = path
    self.base = base
    self.text = text
    self.takesBack = takesBack
  }

  /// The serial tells changes apart quickly; the texts follow from it.
  package func hash(into hasher: inout Hasher) { hasher.combine(serial) }
  /// Whether both are the same request.
  package static func == (left: FileChange, right: FileChange) -> Bool {
    left.serial == right.serial && left.path == right.path && left.text == right.text
      && left.base == right.base
  }
}

/// Edits to make in a file of a stack.
package struct EditOrder: Sendable, Hashable {
  /// One edit.
  package enum Step: Sendable, Equatable {
    /// A value as people type it: a number where the place takes one.
    case value(ComposePath, String)
    case edit(ComposeEdit)

    /// What is changed.
    package var path: ComposePath {
      switch self {
      case .value(let path, _): path
      case .edit(let edit): edit.path
      }
    }
  }

  package var serial: Int
  package var key: ProjectKey
  package var source: StackSource
  /// The file to change, absolute; nil for the last one that has what is changed, else that has the service.
  package var file: String?
  package var steps: [Step]

  /// The serial is enough: an order never has another's.
  package func hash(into hasher: inout Hasher) { hasher.combine(serial) }
}

/// A text that is kept for the case of a crash.
package struct UnsavedText: Sendable, Hashable {
  /// The file that it is meant for, absolute.
  package var path: String
  /// The project that is edited.
  package var project: String
  package var text: EditedText
  /// Whether it takes the place of a text that an earlier run has left.
  package var replacesLeftover: Bool
}

/// A text for the user's own editor.
package struct HandOver: Sendable, Hashable {
  package var serial: Int
  /// The file whose text it is: its name is that of the copy.
  package var path: String
  package var text: EditedText
  /// The line to begin at, from 1.
  package var line: Int
}

extension EditorEffect {
  /// The engine whose stacks it is about; nil for what is about files alone.
  package var engine: EngineID? {
    switch self {
    case .locate(let request), .takeBack(let request): request.key.engine
    case .examine(let change), .write(let change): change.key.engine
    case .propose(let order): order.key.engine
    case .prepare(let stack): stack.engine
    case .check, .keep, .forget, .handOver, .findLeftovers: nil
    }
  }
}
