/// Why a project cannot be read: what, where and what to do.
public struct ComposeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of rule was broken, for those who sort problems.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A file that is missing, too large or no text.
    case file
    /// Not YAML.
    case syntax
    /// A variable that is required, or a `$` that cannot be read.
    case variable
    /// A key that Compose does not know, or a value of the wrong type.
    case schema
    /// Files that cannot be put together: merging, `extends`, `include`.
    case merge
    /// A reference to something that the project does not have.
    case reference
    /// Values that cannot stand together.
    case consistency
  }

  /// The kind.
  public var kind: Kind
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// What to do about it; empty where there is nothing to say.
  public var advice: String
  /// Where in the model: `services.web.image`; empty for the whole.
  public var path: String
  /// Where in the files; nil where no file says it.
  public var place: ComposePlace?

  /// A problem from its parts.
  public init(
    _ kind: Kind, _ message: String, advice: String = "", path: String = "", place: ComposePlace? = nil
  ) {
    self.kind = kind
    self.message = message.shown
    self.advice = advice.shown
    self.path = path.shown
    self.place = place
  }

  /// One line: `file:3:5: cannot read services.web.imag: there is no such key — did you mean image?`
  public var description: String {
    let place = place.map { $0.text + ": " } ?? ""
    let subject = path.isEmpty ? "cannot read the project" : "cannot read \(path)"
    return "\(place)\(subject): \(message)" + (advice.isEmpty ? "" : " — \(advice)")
  }
}

/// A problem found before its place was looked up.
struct MarkedProblem: Error {
  var kind: ComposeProblem.Kind
  var message: String
  var advice = ""
  var path = ""
  var mark: ComposeMark?
  /// The place of what could not be parsed, and so has no mark.
  var syntaxPlace: ComposePlace?

  init(
    _ kind: ComposeProblem.Kind, _ message: String, advice: String = "", path: String = "",
    mark: ComposeMark? = nil, syntaxPlace: ComposePlace? = nil
  ) {
    self.syntaxPlace = syntaxPlace
    self.kind = kind
    self.message = message
    self.advice = advice
    self.path = path
    self.mark = mark
  }

  /// The same with its path below a key.
  func below(_ key: String) -> MarkedProblem {
    var problem = self
    problem.path = path.isEmpty ? key : key + "." + path
    return problem
  }

  func placed(in sources: ComposeSources) -> ComposeProblem {
    ComposeProblem(kind, message, advice: advice, path: path, place: syntaxPlace ?? sources.place(of: mark))
  }
}
