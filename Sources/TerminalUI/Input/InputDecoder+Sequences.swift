/// Key sequences as xterm documents them ("XTerm Control Sequences", PC-Style Function Keys), with the forms
/// of rxvt and the Linux console where they differ.
extension InputDecoder {
  /// `ESC O` and one byte: cursor and function keys in application mode.
  static func singleShift(_ bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    guard let final = bytes.dropFirst(2).first else { return nil }
    if final < 0x20 || final >= 0x7F { return (.key(KeyPress("O", .alt)), 2) }
    if final == 0x4D { return (.key(KeyPress(.enter)), 3) }
    if (0x61...0x64).contains(final), let key = finals[final - 0x20] {
      return (.key(KeyPress(key, .control)), 3)
    }
    // The keypad: *, +, comma, -, ., / and the digits.
    if (0x6A...0x79).contains(final) {
      return (.key(KeyPress(Character(Unicode.Scalar(final - 0x40)))), 3)
    }
    return (finals[final].map { .key(KeyPress($0)) } ?? .reply, 3)
  }

  /// `ESC [`, parameters, intermediates and a final byte.
  static func controlSequence(_ bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return nil }
    if first == 0x4D { return oldMouse(bytes) }
    if first == 0x5B {
      guard let final = body.dropFirst().first else { return nil }
      let isKey = (0x41...0x45).contains(final)
      return (isKey ? .key(KeyPress(.function(Int(final) - 0x40))) : .reply, 4)
    }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return nil }
    let length = end - bytes.startIndex + 1
    // A sequence broken by something else: the other byte is read for itself.
    guard (0x40...0x7E).contains(bytes[end]) else { return (.reply, length - 1) }
    return (event(parameters: bytes[body.startIndex..<end], final: bytes[end]), length)
  }

  private static func event(parameters: ArraySlice<UInt8>, final: UInt8) -> InputEvent {
    if parameters.first == 0x3C { return mouse(numbers(parameters.dropFirst()), final: final) ?? .reply }
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .reply }
    let numbers = numbers(parameters)
    switch final {
    case 0x49 where numbers.isEmpty: return .focus(true)
    case 0x4F where numbers.isEmpty: return .focus(false)
    case 0x5A: return .key(KeyPress(.backtab, modifiers(numbers, at: 1).subtracting(.shift)))
    case 0x4D: return mouse(numbers, final: final, isOld: true) ?? .reply
    case 0x7E, 0x5E, 0x40: return tilde(numbers, final: final)
    case 0x75: return unicode(numbers)
    case 0x52 where !(numbers.count == 2 && numbers[0] == 1 && (2...8).contains(numbers[1])): return .reply
    case 0x61...0x64:
      return finals[final - 0x20].map { .key(KeyPress($0, .shift)) } ?? .reply
    default:
      return finals[final].map { .key(KeyPress($0, modifiers(numbers, at: 1))) } ?? .reply
    }
  }

  /// Keys by final byte.
  private static let finals: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x50: .function(1),
    0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]

  /// Keys by number, where the sequence ends with a tilde.
  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]

  private static func tilde(_ numbers: [Int], final: UInt8) -> InputEvent {
    let number = numbers.first ?? 0
    if final == 0x7E && number == 200 { return pasteStart }
    if final == 0x7E && number == 27 && numbers.count == 3 { return unicode([numbers[2], numbers[1]]) }
    guard let key = numbered[number] else { return .reply }
    // rxvt ends with ^ for control and @ for control and shift.
    let extra: KeyModifiers = final == 0x5E ? .control : final == 0x40 ? [.control, .shift] : []
    return .key(KeyPress(key, modifiers(numbers, at: 1).union(extra)))
  }

  /// A key named by its code point (`CSI u` and xterm's modifyOtherKeys).
  private static func unicode(_ numbers: [Int]) -> InputEvent {
    guard let code = numbers.first, let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return .reply }
    var modifiers = modifiers(numbers, at: 1)
    if code < 0x20 || code == 0x7F {
      let press = key(byte: UInt8(code), alt: false)
      if press.key == .tab && modifiers.contains(.shift) {
        return .key(KeyPress(.backtab, modifiers.subtracting(.shift)))
      }
      return .key(KeyPress(press.key, press.modifiers.union(modifiers)))
    }
    if (0x80..<0xA0).contains(code) { return .reply }
    var character = Character(scalar)
    if modifiers.contains(.control) { character = String(character).lowercased().first ?? character }
    modifiers.remove(.shift)
    return .key(KeyPress(character, modifiers))
  }

  /// The modifiers in xterm's coding: one more than the bits shift 1, alt 2, control 4, meta 8.
  private static func modifiers(_ numbers: [Int], at index: Int) -> KeyModifiers {
    guard numbers.indices.contains(index), numbers[index] > 1 else { return [] }
    let bits = numbers[index] - 1
    var modifiers: KeyModifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 10 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// Numbers between semicolons; of a field with colons only the first counts, a missing or absurd one is
  /// zero.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    if bytes.isEmpty { return [] }
    return bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
      let digits = field.prefix { $0 != 0x3A }
      return digits.count > 7 ? 0 : digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
  }
}
