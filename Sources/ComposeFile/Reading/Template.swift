/// Puts variables into texts by the rules of the Compose specification, section "Interpolation".
struct Template {
  /// The value of a variable; nil where it is not set.
  let lookup: (String) -> String?
  /// Told of each variable that is not set and has no default.
  var onUnset: (String) -> Void = { _ in }
  /// The longest result in bytes.
  var limit = Int.max

  /// Why a text cannot be resolved.
  enum Failure: Error, Equatable {
    /// A `${` that starts no variable.
    case malformed
    /// A `:?` or `?` variable without its value, and what the file says about it.
    case required(name: String, message: String)
    /// Variables inside each other, deeper than is read.
    case tooDeep
    /// A result beyond the limit.
    case tooLong
  }

  private static let depthLimit = 50

  /// The text with all variables replaced, `$$` being a dollar sign.
  func resolve(_ text: String) throws(Failure) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    return String(decoding: try resolve(Array(text.utf8)[...], depth: 0), as: UTF8.self)
  }

  private func resolve(_ text: ArraySlice<UInt8>, depth: Int) throws(Failure) -> [UInt8] {
    guard depth < Self.depthLimit else { throw .tooDeep }
    var result: [UInt8] = []
    var rest = text
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      result += rest[..<dollar]
      rest = rest[(dollar + 1)...]
      guard let next = rest.first else {
        result.append(UInt8(ascii: "$"))
        break
      }
      if next == UInt8(ascii: "$") {
        result.append(next)
        rest = rest.dropFirst()
      } else if next == UInt8(ascii: "{") {
        result += try braced(&rest, depth: depth)
      } else if Self.startsName(next) {
        let name = rest.prefix(while: Self.continuesName)
        rest = rest.dropFirst(name.count)
        result += value(name).utf8
      } else {
        result.append(UInt8(ascii: "$"))
      }
      guard result.count <= limit else { throw .tooLong }
    }
    return result + rest
  }

  /// A variable in braces; `rest` starts with the brace and ends behind the closing one.
  private func braced(_ rest: inout ArraySlice<UInt8>, depth: Int) throws(Failure) -> [UInt8] {
    guard let end = Self.closingBrace(of: rest) else { throw .malformed }
    let body = rest[(rest.startIndex + 1)..<end]
    rest = rest[(end + 1)...]
    guard let first = body.first, Self.startsName(first) else { throw .malformed }
    let name = body.prefix(while: Self.continuesName)
    var modifier = body.dropFirst(name.count)
    guard !modifier.isEmpty else { return Array(value(name).utf8) }
    let takesEmpty = modifier.first != UInt8(ascii: ":")
    if !takesEmpty { modifier = modifier.dropFirst() }
    guard let sign = modifier.first else { throw .malformed }
    return try apply(sign, of: name, argument: modifier.dropFirst(), takesEmpty: takesEmpty, depth: depth)
  }

  private func apply(
    _ sign: UInt8, of name: ArraySlice<UInt8>, argument: ArraySlice<UInt8>, takesEmpty: Bool, depth: Int
  ) throws(Failure) -> [UInt8] {
    let variable = String(decoding: name, as: UTF8.self)
    let found = lookup(variable)
    let isThere = found.map { takesEmpty || !$0.isEmpty } ?? false
    // The argument is resolved whether it is used or not: a required variable in it is required.
    switch sign {
    case UInt8(ascii: "-"):
      let fallback = try resolve(argument, depth: depth + 1)
      return isThere ? Array((found ?? "").utf8) : fallback
    case UInt8(ascii: "+"):
      let replacement = try resolve(argument, depth: depth + 1)
      return isThere ? replacement : []
    case UInt8(ascii: "?"):
      let message = try resolve(argument, depth: depth + 1)
      guard isThere, let found else {
        throw .required(name: variable, message: String(decoding: message, as: UTF8.self))
      }
      return Array(found.utf8)
    default:
      throw .malformed
    }
  }

  private func value(_ name: ArraySlice<UInt8>) -> String {
    let variable = String(decoding: name, as: UTF8.self)
    if let value = lookup(variable) { return value }
    onUnset(variable)
    return ""
  }

  /// The brace that closes the one at the start; where braces do not pair, the last one of the text.
  private static func closingBrace(of text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for index in text.indices {
      if text[index] == UInt8(ascii: "{") { depth += 1 }
      if text[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return text.lastIndex(of: UInt8(ascii: "}"))
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (0x30...0x39).contains(byte)
  }
}
