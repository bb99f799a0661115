extension TerminalScreen {
  mutating func apply(_ token: ControlParser.Token) {
    switch token {
    case .text(let scalar): put(scalar)
    case .control(let byte): control(byte)
    case .escape(let text): escape(text)
    case .csi(let mark, let parameters, let final): csi(mark, parameters, final)
    case .osc(let text): osc(text)
    }
  }

  private mutating func control(_ byte: UInt8) {
    pen.wrapsNext = false
    switch byte {
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: column = 0
    default: break
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "7": pen.saved = (row, column)
    case "8": (row, column) = pen.saved
    case "=": isKeypadApplication = true
    case ">": isKeypadApplication = false
    case "M": reverseLineFeed()
    case "D": lineFeed()
    case "E":
      column = 0
      lineFeed()
    case "(0": pen.isDrawingLines = true
    case "(B": pen.isDrawingLines = false
    case ")0", ")B", "\\": break
    case "c": self = TerminalScreen(columns: columns, rows: rows)
    default: unknown.append("ESC " + text)
    }
  }

  private mutating func osc(_ text: String) {
    let parts = text.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    switch parts.first {
    case "0", "1", "2": titles.append(parts.dropFirst().joined(separator: ";"))
    case "11" where text == "11;?": break  // The question for the background; this terminal has none to tell.
    case "52": clipboard.append(parts.last ?? "")
    default: unknown.append("OSC " + text)
    }
  }

  private mutating func csi(_ mark: String, _ parameters: [Int?], _ final: Character) {
    if mark == "?", final == "h" || final == "l" {
      for mode in parameters.compactMap(\.self) { set(mode, on: final == "h") }
      return
    }
    if mark.isEmpty, final == "m" {
      let colours = [30...38, 40...48, 90...97, 100...107]
      let asks = parameters.contains { code in colours.contains { $0.contains(code ?? 0) } }
      hasSeenColours = hasSeenColours || asks
    }
    // Questions to the terminal, its window, modes of its keyboard: nothing that is seen.
    guard mark.isEmpty, !"cmnqtulh".contains(final) else { return }
    pen.wrapsNext = false
    let first = parameters.first ?? nil
    let count = max(1, first ?? 1)
    if move(final, count, parameters) || erase(final, first ?? 0, count) || shift(final, count) { return }
    switch final {
    case "b": for _ in 0..<count { pen.last.unicodeScalars.first.map { put($0) } }
    case "r":
      pen.top = count - 1
      pen.bottom = min(rows, (parameters.count > 1 ? parameters[1] : nil) ?? rows) - 1
      (row, column) = (0, 0)
    default: unknown.append("CSI \(parameters) \(final)")
    }
  }

  private mutating func move(_ final: Character, _ count: Int, _ parameters: [Int?]) -> Bool {
    switch final {
    case "A": row -= count
    case "B", "e": row += count
    case "C", "a": column += count
    case "D": column -= count
    case "E": (row, column) = (row + count, 0)
    case "F": (row, column) = (row - count, 0)
    case "G", "`": column = count - 1
    case "d": row = count - 1
    case "H", "f": (row, column) = (count - 1, max(1, (parameters.count > 1 ? parameters[1] : nil) ?? 1) - 1)
    case "I": for _ in 0..<count { column = (column / 8 + 1) * 8 }
    case "Z": for _ in 0..<count { column = max(0, (column - 1) / 8 * 8) }
    default: return false
    }
    (row, column) = (min(max(0, row), rows - 1), min(max(0, column), columns - 1))
    return true
  }

  private mutating func erase(_ final: Character, _ mode: Int, _ count: Int) -> Bool {
    switch final {
    case "K": blank(row, mode == 0 ? column : 0, mode == 1 ? column : columns - 1)
    case "J":
      if mode != 1 { for below in (row + 1)..<max(row + 1, rows) { blank(below, 0, columns - 1) } }
      if mode != 0 { for above in 0..<row { blank(above, 0, columns - 1) } }
      blank(row, mode == 0 ? column : 0, mode == 1 ? column : columns - 1)
    case "X": blank(row, column, min(columns, column + count) - 1)
    default: return false
    }
    return true
  }

  private mutating func shift(_ final: Character, _ count: Int) -> Bool {
    let room = min(count, columns - column)
    switch final {
    case "@":
      cells[row].removeLast(room)
      cells[row].insert(contentsOf: Self.blank(room, 1)[0], at: column)
    case "P":
      cells[row].removeSubrange(column..<column + room)
      cells[row] += Self.blank(room, 1)[0]
    case "L": scroll(from: row, to: pen.bottom, by: -count)
    case "M": scroll(from: row, to: pen.bottom, by: count)
    case "S": scroll(from: pen.top, to: pen.bottom, by: count)
    case "T": scroll(from: pen.top, to: pen.bottom, by: -count)
    default: return false
    }
    return true
  }

  private mutating func set(_ mode: Int, on: Bool) {
    if [47, 1047, 1049].contains(mode), on != isAlternate {
      if on {
        mainScreen = cells
        cells = Self.blank(columns, rows)
      } else {
        cells = mainScreen ?? cells
        mainScreen = nil
      }
    }
    if on { modes.insert(mode) } else { modes.remove(mode) }
  }
}
