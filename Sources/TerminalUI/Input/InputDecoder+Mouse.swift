/// Mouse reports: SGR (mode 1006), and the older forms of X10 and rxvt.
extension InputDecoder {
  /// A report of three numbers: what, column and row from one. `isOld` reports do not say which button was
  /// let go.
  static func mouse(_ numbers: [Int], final: UInt8, isOld: Bool = false) -> InputEvent? {
    guard numbers.count == 3, final == 0x4D || final == 0x6D else { return nil }
    let code = isOld ? numbers[0] - 32 : numbers[0]
    guard code >= 0 else { return nil }
    let point = Point(column: max(0, numbers[1] - 1), row: max(0, numbers[2] - 1))
    let isRelease = final == 0x6D || (isOld && code & 0x63 == 3)
    guard let (kind, button) = meaning(code, isRelease: isRelease) else { return nil }
    return .mouse(MouseEvent(kind, button, at: point, modifiers: mouseModifiers(code)))
  }

  /// `ESC [ M` and three bytes, each 32 more than its number.
  static func oldMouse(_ bytes: ArraySlice<UInt8>) -> (InputEvent, length: Int)? {
    let report = bytes.dropFirst(3).prefix(3)
    guard report.count == 3 else { return nil }
    let numbers = report.map { Int($0) }
    let event = mouse([numbers[0], numbers[1] - 32, numbers[2] - 32], final: 0x4D, isOld: true)
    return (event ?? .reply, 6)
  }

  private static func meaning(
    _ code: Int, isRelease: Bool
  ) -> (MouseEvent.Kind, MouseEvent.Button)? {
    if code & 0x40 != 0 {
      switch code & 3 {
      case 0: return isRelease ? nil : (.wheelUp, .none)
      case 1: return isRelease ? nil : (.wheelDown, .none)
      default: return nil
      }
    }
    if code & 0x80 != 0 { return nil }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right, .none]
    let button = buttons[code & 3]
    if isRelease { return (.release, button) }
    if code & 0x20 != 0 { return (button == .none ? .move : .drag, button) }
    return (.press, button)
  }

  private static func mouseModifiers(_ code: Int) -> KeyModifiers {
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return modifiers
  }
}
