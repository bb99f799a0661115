/// A program of the user's own to be run on something that an engine has.
package struct ProgramRun: Sendable, Hashable {
  /// The program and its arguments, as they are given to it: no shell sees them.
  package var arguments: [String]
  /// What the command is called.
  package var title: String
  /// What it is run on, as the user knows it.
  package var subject: String
  /// Whether it may change something: then a davit that is read-only does not run it.
  package var changes: Bool
}
