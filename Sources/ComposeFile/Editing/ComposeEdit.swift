/// A change of a Compose file.
public enum ComposeEdit: Sendable, Equatable {
  /// A value set, with all that is missing on the way to it.
  case set(ComposePath, ComposeNode.Content)
  /// A key or an element taken out.
  case remove(ComposePath)
  /// A value put into a list before an element; the path ends with the place that it gets.
  case insert(ComposePath, ComposeNode.Content)
  /// A key called otherwise.
  case rename(ComposePath, String)

  /// What is changed.
  public var path: ComposePath {
    switch self {
    case .set(let path, _), .remove(let path), .insert(let path, _), .rename(let path, _): path
    }
  }

  /// What is done, in the words of a message.
  var verb: String {
    switch self {
    case .set: "set"
    case .remove: "remove"
    case .insert: "insert"
    case .rename: "rename"
    }
  }
}

/// Why an edit is not made.
public struct EditRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// `set`, `remove`, `insert` or `rename`.
  public var verb: String
  /// The path of the edit.
  public var path: String
  /// Why not, in lower case and without a full stop.
  public var reason: String
  /// What to do instead; empty where there is nothing to say.
  public var advice: String

  init(_ edit: ComposeEdit, _ reason: String, advice: String = "") {
    verb = edit.verb
    path = edit.path.description.shown
    self.reason = reason.shown
    self.advice = advice.shown
  }

  /// One line: `cannot set services.web.image: … — …`.
  public var description: String {
    "cannot \(verb) \(path): \(reason)" + (advice.isEmpty ? "" : " — \(advice)")
  }
}
