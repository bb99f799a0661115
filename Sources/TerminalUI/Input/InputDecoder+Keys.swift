extension InputDecoder {
  /// The first event in `bytes` and its length; `nil` when more bytes are needed.
  static func first(in bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return escape(bytes) }
    if first < 0x80 { return (.key(key(byte: first, alt: false)), 1) }
    return character(bytes, alt: false)
  }

  /// A key that sends one ASCII byte.
  static func key(byte: UInt8, alt: Bool) -> KeyPress {
    let modifiers: KeyModifiers = alt ? .alt : []
    switch byte {
    case 0x00: return KeyPress(" ", modifiers.union(.control))
    case 0x09: return KeyPress(.tab, modifiers)
    case 0x0A, 0x0D: return KeyPress(.enter, modifiers)
    case 0x1B: return KeyPress(.escape, modifiers)
    case 0x08, 0x7F: return KeyPress(.backspace, modifiers)
    case 0x01...0x1A: return KeyPress(letter(byte + 0x60), modifiers.union(.control))
    case 0x1C...0x1F: return KeyPress(letter(byte + 0x40), modifiers.union(.control))
    default: return KeyPress(letter(byte), modifiers)
    }
  }

  private static func letter(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  /// One character in UTF-8; bytes that are none become U+FFFD, one by one.
  private static func character(_ bytes: ArraySlice<UInt8>, alt: Bool) -> (InputEvent, length: Int)? {
    let lead = bytes[bytes.startIndex]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let replacement = (InputEvent.key(KeyPress("\u{FFFD}")), 1)
    guard (0xC2...0xF4).contains(lead) else { return replacement }
    let rest = bytes.dropFirst().prefix(length - 1)
    guard rest.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return replacement }
    guard rest.count == length - 1 else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in rest { value = value << 6 | UInt32(byte & 0x3F) }
    let minimum: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= minimum[length], let scalar = Unicode.Scalar(value) else { return replacement }
    if value < 0xA0 { return (.reply, length) }
    return (.key(KeyPress(Character(scalar), alt ? .alt : [])), length)
  }

  /// Something that starts with an escape byte.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return nil }
    switch second {
    case 0x5B: return controlSequence(bytes)
    case 0x4F: return singleShift(bytes)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: return string(bytes)
    case 0x1B: return doubleEscape(bytes)
    case 0x80...:
      guard let (event, length) = character(rest, alt: true) else { return nil }
      return (event, length + 1)
    default: return (.key(key(byte: second, alt: true)), 2)
    }
  }

  /// Two escape bytes: a key sequence with alt (as rxvt sends it), or the Escape key and something else.
  private static func doubleEscape(_ bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    let rest = bytes.dropFirst()
    guard let third = rest.dropFirst().first else { return nil }
    guard third == 0x5B || third == 0x4F else { return (.key(KeyPress(.escape)), 1) }
    guard let (event, length) = escape(rest) else { return nil }
    if case .key(let press) = event {
      return (.key(KeyPress(press.key, press.modifiers.union(.alt))), length + 1)
    }
    return (event, length + 1)
  }

  /// A string that the terminal sends as an answer, up to BEL or the string terminator.
  private static func string(_ bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || (previous == 0x1B && byte == 0x5C) {
        let background = offset < 64 ? BackgroundReply.isLight(bytes.prefix(offset)) : nil
        return (background.map { .background(isLight: $0) } ?? .reply, offset + 1)
      }
      previous = byte
    }
    return nil
  }
}
