import TerminalDriver

/// The terminal and the locale.
enum TerminalChecks {
  static func findings() -> [Finding] {
    let probe = TerminalProbe.probe()
    return [terminal(probe), streams(probe), locale(probe)]
  }

  private static func terminal(_ probe: TerminalProbe) -> Finding {
    switch probe.type {
    case .success(let type):
      let size = probe.size.map { ", \($0.columns)x\($0.rows)" } ?? ""
      return Finding(
        verdict: .ok, subject: "terminal",
        text: "TERM=\(probe.typeName ?? "?")\(size), \(depthText(type)) (\(type.reason))")
    case .failure(let error):
      return Finding(verdict: .wrong, subject: "terminal", text: error.description)
    }
  }

  private static func depthText(_ type: TerminalType) -> String {
    switch type.depth {
    case .none: "no colours"
    case .ansi16: "16 colours"
    case .indexed256: "256 colours"
    case .direct: "24-bit colours"
    }
  }

  private static func streams(_ probe: TerminalProbe) -> Finding {
    if probe.isInputTerminal, probe.isOutputTerminal {
      return Finding(verdict: .ok, subject: "input and output", text: "are a terminal")
    }
    return Finding(
      verdict: .note, subject: "input and output",
      text: "are not both a terminal: the dashboard cannot open; status and snapshot still work")
  }

  private static func locale(_ probe: TerminalProbe) -> Finding {
    let name = probe.localeName ?? "not set"
    if probe.isUTF8 { return Finding(verdict: .ok, subject: "locale", text: "\(name), \(probe.codeset)") }
    return Finding(
      verdict: .note, subject: "locale",
      text: "\(name), \(probe.codeset): davit draws in ASCII — set LANG=C.UTF-8 for lines and graphs")
  }
}
