import EngineModel
import EngineTransport
import Troubles

/// What to show of an answer that is an error.
enum ErrorMessage {
  /// The engine's message ({"message": …}), the headline of a web page, or the first line of any other text.
  static func text(status: Int, body: [UInt8]) -> String {
    if let message = document(body)?["message"].string, !message.isEmpty { return Trouble.clipped(message) }
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    if text.drop(while: \.isWhitespace).hasPrefix("<") {
      return "\(headline(of: text) ?? "status \(status)") (a web page answered instead of an engine)"
    }
    let line = text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(200)) } ?? ""
    return line.isEmpty ? "the engine answered with status \(status) and no message" : line
  }

  /// The document; where a text in it is so long that only its beginning was taken, that beginning.
  private static func document(_ body: [UInt8]) -> JSONValue? {
    if let whole = try? JSONValue(json: body) { return whole }
    guard body.count >= AnswerHead.maximumErrorBody, body.first == UInt8(ascii: "{") else { return nil }
    // The cut may have gone through a character or an escape, of which a pair of surrogates is the longest.
    for length in 0...12 {
      let closed = Array(body.dropLast(length)) + Array("\"}".utf8)
      if let beginning = try? JSONValue(json: closed) { return beginning }
    }
    return nil
  }

  /// The text of the first title or heading of a page.
  private static func headline(of page: String) -> String? {
    let lower = page.lowercased()
    guard lower.utf8.count == page.utf8.count else { return nil }
    for tag in ["title", "h1"] {
      let parts = split(page, lower, at: "<\(tag)>", "</\(tag)>")
      if let parts, !parts.isEmpty { return String(parts.prefix(100)) }
    }
    return nil
  }

  /// What stands between two tags, searched in `lower`, taken from `page`.
  private static func split(_ page: String, _ lower: String, at open: String, _ close: String) -> String? {
    let (bytes, original) = (Array(lower.utf8), Array(page.utf8))
    guard let start = firstIndex(of: Array(open.utf8), in: bytes, from: 0) else { return nil }
    let inside = start + open.utf8.count
    guard let end = firstIndex(of: Array(close.utf8), in: bytes, from: inside) else { return nil }
    return String(decoding: original[inside..<end], as: UTF8.self)
  }

  private static func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first {
      bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
