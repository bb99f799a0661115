/// Splits a command into words as a shell would, without running anything: quotes, backslashes, and an end at what
/// only a shell knows (`|`, `&`, `;`, `<`, `>`).
enum CommandLine {
  private enum Word {
    case none
    case started
  }

  /// The words of a command; nil where a quote or bracket is left open.
  static func words(_ line: String) -> [String]? {
    var words: [String] = []
    var current = ""
    var word = Word.none
    var isEscaped = false
    var inDouble = false
    var inSingle = false
    var inBackticks = false
    var inBrackets = false
    scan: for scalar in line.unicodeScalars {
      if isEscaped {
        current.unicodeScalars.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        (isEscaped, word) = (false, .started)
        continue
      }
      if scalar == "\\" {
        if inSingle { current.append("\\") } else { isEscaped = true }
        continue
      }
      if [" ", "\t", "\r", "\n"].contains(scalar) {
        if inSingle || inDouble || inBackticks || inBrackets {
          current.unicodeScalars.append(scalar)
        } else if word == .started {
          words.append(current)
          (current, word) = ("", .none)
        }
        continue
      }
      switch scalar {
      case "`":
        if !inSingle, !inDouble, !inBrackets { inBackticks.toggle() }
      case ")":
        if !inSingle, !inDouble, !inBackticks { inBrackets.toggle() }
      case "(":
        if !inSingle, !inDouble, !inBackticks {
          guard !inBrackets, current.hasSuffix("$") else { return nil }
          inBrackets = true
          current.append("(")
          continue
        }
      case "\"":
        if !inSingle, !inBrackets {
          if inDouble { word = .started }
          inDouble.toggle()
          continue
        }
      case "'":
        if !inDouble, !inBrackets {
          if inSingle { word = .started }
          inSingle.toggle()
          continue
        }
      case ";", "&", "|", "<", ">":
        if !inSingle, !inDouble, !inBackticks, !inBrackets {
          // A descriptor before `>` is no word.
          if scalar == ">", let first = current.utf8.first, (0x30...0x39).contains(first) { word = .none }
          break scan
        }
      default: break
      }
      word = .started
      current.unicodeScalars.append(scalar)
    }
    if word == .started { words.append(current) }
    return isEscaped || inSingle || inDouble || inBackticks || inBrackets ? nil : words
  }
}
