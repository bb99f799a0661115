/// The first part of an HTTP answer.
package struct AnswerHead: Hashable, Sendable {
  /// The status code: 200, 404, …
  package var status: Int
  /// The header fields by name in lower case; of a repeated one the first counts.
  package var fields: [String: String]

  /// A head as given; the names must be in lower case.
  package init(status: Int, fields: [String: String] = [:]) {
    self.status = status
    self.fields = fields
  }

  /// The value of a header field; the name in lower case.
  package subscript(_ name: String) -> String? { fields[name] }

  /// The most that is taken of the body of an error, in bytes: it is one message for people.
  package static let maximumErrorBody = 65_536

  /// Whether the engine did what it was asked for, or had it done already (304).
  package var isSuccess: Bool { (200..<300).contains(status) || status == 304 || status == 101 }
}

/// A whole HTTP answer.
package struct Answer: Hashable, Sendable {
  /// Its head.
  package var head: AnswerHead
  /// Its body, chunks joined.
  package var body: [UInt8]

  /// An answer as given.
  package init(head: AnswerHead, body: [UInt8]) {
    self.head = head
    self.body = body
  }
}
