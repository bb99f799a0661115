public import ComposeFile
public import StackPlanning

/// What the files of a stack say, and how they compare with what runs; read by the runtime, which reads again as soon
/// as a file or a container changes.
public struct StackReading: Sendable, Equatable {
  /// What was read.
  public var source: StackSource
  /// The project; nil where it cannot be read: then the findings say why.
  public var project: ComposeProject?
  /// What the checks have to say, the worst first.
  public var findings: [ComposeFinding]
  /// The files that were read with their texts, those of the source first.
  public var files: [StackFile]
  /// What `up` would do; nil where the project cannot be read or the engine has not answered.
  public var plan: StackPlan?
  /// Grows with each reading in a run: two readings are the same when it is.
  public var serial: Int

  /// A reading from its parts.
  public init(
    source: StackSource, project: ComposeProject?, findings: [ComposeFinding], files: [StackFile],
    plan: StackPlan?, serial: Int
  ) {
    self.source = source
    self.project = project
    self.findings = findings
    self.files = files
    self.plan = plan
    self.serial = serial
  }

  /// Whether two readings are the same one.
  public static func == (left: StackReading, right: StackReading) -> Bool {
    left.serial == right.serial && left.source == right.source
  }

  /// Whether the files are not there: deleted, or on another machine.
  public var isMissing: Bool { files.isEmpty }
}

/// One file of a stack.
public struct StackFile: Sendable, Equatable {
  /// The absolute path.
  public var path: String
  public var text: String

  /// A file with its text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
