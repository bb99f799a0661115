import FoundationEssentials
import Troubles

extension Encodable {
  /// The value as a JSON document for programs and people: the fields in the order of their names.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

/// Why there is no document, in the form of its JSON (docs/status.md).
struct TroubleReport: Codable {
  struct Trouble: Codable {
    var what: String
    var why: String?
    var advice: String?
  }

  var error: Trouble

  init(_ trouble: Troubles.Trouble) {
    error = Trouble(what: trouble.what, why: trouble.why, advice: trouble.advice)
  }
}
