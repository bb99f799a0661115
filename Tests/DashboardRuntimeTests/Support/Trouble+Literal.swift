import Troubles

/// In tests a trouble is often one line.
extension Trouble: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
