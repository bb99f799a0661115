/// Splits a command into words as a shell would, without running anything: quotes, backslashes, and an end at what
/// only a shell knows (`|`, `&`, `;`, `<`, `>`).
struct CommandLine {
  /// What the scan stands in.
  private enum Quote {
    case none
    case single
    case double
    case backticks
    case brackets
  }

  /// What a character asks the scan to do.
  private enum Verdict {
    case take
    case skip
    case stop
    case fail
  }

  private var words: [String] = []
  private var current = ""
  private var isInWord = false
  private var isEscaped = false
  private var quote = Quote.none

  /// The words of a command; nil where a quote or bracket is left open.
  static func words(_ line: String) -> [String]? {
    var scan = CommandLine()
    for scalar in line.unicodeScalars {
      switch scan.verdict(on: scalar) {
      case .take:
        scan.isInWord = true
        scan.current.unicodeScalars.append(scalar)
      case .skip: continue
      case .fail: return nil
      case .stop: return scan.finished
      }
    }
    return scan.finished
  }

  private var finished: [String]? {
    guard !isEscaped, quote == .none else { return nil }
    return isInWord ? words + [current] : words
  }

  private mutating func verdict(on scalar: Unicode.Scalar) -> Verdict {
    if isEscaped {
      current.unicodeScalars.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
      (isEscaped, isInWord) = (false, true)
      return .skip
    }
    switch scalar {
    case "\\":
      if quote == .single { return keep(scalar) }
      isEscaped = true
      return .skip
    case " ", "\t", "\r", "\n": return blank(scalar)
    case "\"": return toggle(.double, unless: [.single, .brackets], drops: true)
    case "'": return toggle(.single, unless: [.double, .brackets], drops: true)
    case "`": return toggle(.backticks, unless: [.single, .double, .brackets], drops: false)
    case "(", ")": return bracket(scalar)
    case ";", "&", "|", "<", ">": return quote == .none ? stop(at: scalar) : .take
    default: return .take
    }
  }

  /// Adds a character that starts no word by itself.
  private mutating func keep(_ scalar: Unicode.Scalar) -> Verdict {
    current.unicodeScalars.append(scalar)
    return .skip
  }

  private mutating func blank(_ scalar: Unicode.Scalar) -> Verdict {
    guard quote == .none else { return keep(scalar) }
    if isInWord {
      words.append(current)
      (current, isInWord) = ("", false)
    }
    return .skip
  }

  private mutating func toggle(_ kind: Quote, unless others: [Quote], drops: Bool) -> Verdict {
    guard !others.contains(quote) else { return .take }
    if quote == kind {
      quote = .none
      isInWord = true
    } else {
      quote = kind
    }
    return drops ? .skip : .take
  }

  private mutating func bracket(_ scalar: Unicode.Scalar) -> Verdict {
    guard ![.single, .double, .backticks].contains(quote) else { return .take }
    if scalar == ")" {
      quote = quote == .brackets ? .none : .brackets
      return .take
    }
    guard quote == .none, current.hasSuffix("$") else { return .fail }
    quote = .brackets
    return .take
  }

  private mutating func stop(at scalar: Unicode.Scalar) -> Verdict {
    // A descriptor before `>` is no word.
    if scalar == ">", let first = current.utf8.first, (0x30...0x39).contains(first) { isInWord = false }
    return .stop
  }
}
