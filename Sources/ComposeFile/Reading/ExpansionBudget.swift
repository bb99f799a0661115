import YAMLDocument

/// What one project may come to, counted while it is read: its values, and all that aliases, variables, `extends`,
/// `include`, ranges of ports and environment files make of them.
///
/// One instance is shared by everything that reads a project, so that what each part keeps within bounds does not
/// grow beyond them together.
final class ExpansionBudget {
  /// What made a project grow.
  enum Cause: String {
    case value = "this value"
    case alias = "this alias"
    case variables = "the variables of this line"
    case extends = "this extends"
    case ports = "this range of ports"
    case environmentFile = "this environment file"
  }

  /// Where a project grows.
  struct Spender {
    var cause: Cause
    var path = ""
    var mark: ComposeMark?
    /// The line of a file that is no YAML.
    var place: ComposePlace?
  }

  /// What a value costs beside its text, in bytes.
  static let value = 64

  private let limit: Int
  private var spent = 0
  /// The one that took most so far.
  private var largest: (bytes: Int, spender: Spender)?
  /// Spending below this is not worth to be remembered.
  private static let notable = 4096

  init(_ limits: ComposeLimits) {
    limit = limits.projectBytes
  }

  /// How much is left, in bytes.
  var left: Int { max(0, limit - spent) }

  /// Takes bytes off the budget; throws, naming the place that took most, where they are not there.
  func spend(_ bytes: Int, at spender: @autoclosure () -> Spender) throws(MarkedProblem) {
    spent = spent.addingReportingOverflow(bytes).partialValue
    if bytes >= Self.notable, bytes > largest?.bytes ?? 0 { largest = (bytes, spender()) }
    guard spent > limit || spent < 0 else { return }
    spent = limit
    let (most, culprit) = largest ?? (bytes, spender())
    throw MarkedProblem(
      .syntax,
      "the project grows beyond \(Self.size(limit)), \(Self.size(most)) of it by \(culprit.cause.rawValue)",
      advice: "repeat less", path: culprit.path, mark: culprit.mark, syntaxPlace: culprit.place)
  }

  /// What a value costs with all that is in it, in bytes.
  static func cost(of node: ComposeNode) -> Int {
    switch node.content {
    case .text(let text), .time(let text): value + text.utf8.count
    case .list(let list): list.reduce(value) { $0 + cost(of: $1) }
    case .map(let map): map.entries.reduce(value) { $0 + $1.key.utf8.count + cost(of: $1.value) }
    case .null, .bool, .integer, .unsigned, .number: value
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 10 ? "\(bytes) bytes" : bytes < 1 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
  }
}
