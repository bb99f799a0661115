extension TerminalScreen {
  /// Writes a character where the cursor is.
  mutating func put(_ scalar: Unicode.Scalar) {
    let scalar = pen.isDrawingLines ? Self.lineDrawing(scalar) : scalar
    let width = Self.width(scalar)
    if width == 0 { return combine(scalar) }
    if pen.wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    pen.wrapsNext = false
    pen.last = String(scalar)
    guard column < columns else { return }
    cells[row][column] = String(scalar)
    if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
    column += width
    if column >= columns {
      column = columns - 1
      pen.wrapsNext = true
    }
  }

  mutating func lineFeed() {
    if row == pen.bottom {
      scroll(from: pen.top, to: pen.bottom, by: 1)
    } else if row < rows - 1 {
      row += 1
    }
  }

  mutating func reverseLineFeed() {
    if row == pen.top {
      scroll(from: pen.top, to: pen.bottom, by: -1)
    } else if row > 0 {
      row -= 1
    }
  }

  /// Moves the rows between two, both included, up by `count`, or down where it is negative.
  mutating func scroll(from top: Int, to bottom: Int, by count: Int) {
    guard top <= bottom, bottom < rows else { return }
    let height = bottom - top + 1
    let distance = min(count.magnitude, UInt(height))
    let blank = Self.blank(columns, Int(distance))
    let moved = cells[top...bottom]
    let rows =
      count > 0
      ? Array(moved.dropFirst(Int(distance))) + blank
      : blank + Array(moved.dropLast(Int(distance)))
    cells.replaceSubrange(top...bottom, with: rows)
  }

  mutating func blank(_ row: Int, _ first: Int, _ last: Int) {
    guard cells.indices.contains(row), first <= last else { return }
    for column in first...last where column < columns { cells[row][column] = " " }
  }

  /// Adds a combining character to the one before the cursor.
  private mutating func combine(_ scalar: Unicode.Scalar) {
    var place = pen.wrapsNext ? column : column - 1
    while place > 0, cells[row][place].isEmpty { place -= 1 }
    if place >= 0 { cells[row][place].unicodeScalars.append(scalar) }
  }

  /// How many cells a character takes: 0, 1 or 2.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// What a letter looks like in the alternate character set of VT100.
  private static func lineDrawing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "j": "┘"
    case "k": "┐"
    case "l": "┌"
    case "m": "└"
    case "n": "┼"
    case "q": "─"
    case "t": "├"
    case "u": "┤"
    case "v": "┴"
    case "w": "┬"
    case "x": "│"
    case "a": "▒"
    case "`": "◆"
    case "~": "·"
    default: scalar
    }
  }
}
