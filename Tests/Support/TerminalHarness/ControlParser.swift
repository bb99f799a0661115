/// Cuts a terminal's input into characters and control sequences.
struct ControlParser: Sendable {
  enum Token: Sendable, Equatable {
    case text(Unicode.Scalar)
    case control(UInt8)
    /// `ESC` and what follows: `7`, `(0`.
    case escape(String)
    /// `CSI`, with its private mark, parameters (nil where one was left out) and final byte.
    case csi(mark: String, parameters: [Int?], final: Character)
    /// `OSC`, without its end.
    case osc(String)
  }

  private enum State: Sendable {
    case ground
    case escape(String)
    case csi(String)
    /// A string until ST; `isOSC` tells those that count from those that are dropped (DCS, APC, PM, SOS).
    case string(isOSC: Bool, [UInt8])
    case stringEscape(isOSC: Bool, [UInt8])
    case utf8([UInt8], missing: Int)
  }

  private var state = State.ground

  /// Takes a byte; a token where one is complete.
  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .escape(let intermediates): return escape(byte, intermediates)
    case .csi(let text): return csi(byte, text)
    case .string(let isOSC, let bytes): return string(byte, isOSC, bytes)
    case .stringEscape(let isOSC, let bytes):
      state = .ground
      if byte == UInt8(ascii: "\\") { return isOSC ? .osc(String(decoding: bytes, as: UTF8.self)) : nil }
      state = .escape("")
      return take(byte)
    case .utf8(let bytes, let missing): return continuation(byte, bytes, missing)
    }
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x1B: state = .escape("")
    case 0x00...0x1F, 0x7F: return .control(byte)
    case 0x20...0x7E: return .text(Unicode.Scalar(byte))
    case 0xC2...0xDF: state = .utf8([byte], missing: 1)
    case 0xE0...0xEF: state = .utf8([byte], missing: 2)
    case 0xF0...0xF4: state = .utf8([byte], missing: 3)
    default: return .text("\u{FFFD}")
    }
    return nil
  }

  private mutating func continuation(_ byte: UInt8, _ bytes: [UInt8], _ missing: Int) -> Token? {
    guard byte & 0xC0 == 0x80 else {
      state = .ground
      return take(byte)
    }
    let all = bytes + [byte]
    if missing > 1 {
      state = .utf8(all, missing: missing - 1)
      return nil
    }
    state = .ground
    return String(decoding: all, as: UTF8.self).unicodeScalars.first.map { .text($0) }
  }

  private mutating func escape(_ byte: UInt8, _ intermediates: String) -> Token? {
    switch byte {
    case UInt8(ascii: "[") where intermediates.isEmpty: state = .csi("")
    case UInt8(ascii: "]") where intermediates.isEmpty: state = .string(isOSC: true, [])
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(isOSC: false, [])
    case 0x20...0x2F: state = .escape(intermediates + String(UnicodeScalar(byte)))
    case 0x1B: state = .escape("")
    default:
      state = .ground
      return .escape(intermediates + String(UnicodeScalar(byte)))
    }
    return nil
  }

  private mutating func csi(_ byte: UInt8, _ text: String) -> Token? {
    switch byte {
    case 0x40...0x7E:
      state = .ground
      let mark = String(text.prefix { "?<=>".contains($0) })
      let digits = text.dropFirst(mark.count).prefix { $0.isNumber || $0 == ";" || $0 == ":" }
      let parameters = digits.split(whereSeparator: { $0 == ";" || $0 == ":" }, omittingEmpty: false)
      return .csi(mark: mark, parameters: parameters.map { Int($0) }, final: Character(UnicodeScalar(byte)))
    case 0x1B:
      state = .escape("")
    case 0x20...0x3F:
      state = .csi(text + String(UnicodeScalar(byte)))
    case 0x00...0x1F:
      return .control(byte)
    default:
      state = .ground
    }
    return nil
  }

  private mutating func string(_ byte: UInt8, _ isOSC: Bool, _ bytes: [UInt8]) -> Token? {
    switch byte {
    case 0x07:
      state = .ground
      return isOSC ? .osc(String(decoding: bytes, as: UTF8.self)) : nil
    case 0x1B: state = .stringEscape(isOSC: isOSC, bytes)
    default: state = .string(isOSC: isOSC, bytes + [byte])
    }
    return nil
  }
}

extension Substring {
  fileprivate func split(whereSeparator: (Character) -> Bool, omittingEmpty: Bool) -> [Substring] {
    isEmpty ? [] : split(omittingEmptySubsequences: omittingEmpty, whereSeparator: whereSeparator)
  }
}
