extension ComposeReport {
  /// The findings for people: place, severity, rule, message, the offending line and what to do.
  public var text: String {
    var text = ""
    for finding in findings {
      let place = finding.place.map { $0.text + ": " } ?? ""
      let path = finding.path.isEmpty ? "" : finding.path + ": "
      text += "\(place)\(finding.severity.rawValue) [\(finding.rule)] \(path)\(finding.message)\n"
      if let excerpt = finding.place?.excerpt, !excerpt.isEmpty, finding.severity == .error {
        text += "    " + excerpt.drop { $0 == " " } + "\n"
      }
      if !finding.fix.isEmpty { text += "    → \(finding.fix)\n" }
    }
    return text + summary + "\n"
  }

  /// `2 errors, 1 warning, 5 suggestions`.
  public var summary: String {
    let counts = ComposeFinding.Severity.allCases.map { severity in
      (severity, findings.count { $0.severity == severity })
    }
    let parts = counts.filter { $0.1 > 0 }.map { severity, count in
      switch severity {
      case .error: count == 1 ? "1 error" : "\(count) errors"
      case .warning: count == 1 ? "1 warning" : "\(count) warnings"
      case .advice: count == 1 ? "1 suggestion" : "\(count) suggestions"
      }
    }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }

  /// The findings for programs: an object with `findings`, each with rule, severity, message, reason, fix, path, file,
  /// line, column and text.
  public var json: String {
    let list = findings.map { ComposeNode(.map(Self.json($0))) }
    return ComposeMap([("findings", ComposeNode(.list(list)))]).json(doublingDollars: false)
  }

  private static func json(_ finding: ComposeFinding) -> ComposeMap {
    var map = ComposeMap([
      ("rule", .text(finding.rule)), ("severity", .text(finding.severity.rawValue)),
      ("message", .text(finding.message)), ("fix", .text(finding.fix)), ("path", .text(finding.path)),
    ])
    if let rule = ComposeRule.all.first(where: { $0.id == finding.rule }) {
      map["reason"] = .text(rule.reason)
    }
    if let place = finding.place {
      map["file"] = .text(place.path)
      map["text"] = .text(place.excerpt)
      map["line"] = place.position.map { ComposeNode(.integer($0.line)) }
      map["column"] = place.position.map { ComposeNode(.integer($0.column)) }
    }
    return map
  }
}
