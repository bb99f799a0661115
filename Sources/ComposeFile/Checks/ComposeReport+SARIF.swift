extension ComposeReport {
  /// The findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines; paths below `directory` are relative
  /// to it.
  public func sarif(toolVersion: String, directory: String) -> String {
    let driver = ComposeMap([
      ("name", .text("davit")), ("version", .text(toolVersion)),
      ("rules", ComposeNode(.list(ComposeRule.all.map(Self.rule)))),
    ])
    let run = ComposeMap([
      ("tool", ComposeNode(.map(ComposeMap([("driver", ComposeNode(.map(driver)))])))),
      ("results", ComposeNode(.list(findings.map { Self.result($0, directory: directory) }))),
    ])
    return ComposeMap([
      ("version", .text("2.1.0")),
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("runs", ComposeNode(.list([ComposeNode(.map(run))]))),
    ]).json(doublingDollars: false)
  }

  private static func message(_ text: String) -> ComposeNode {
    ComposeNode(.map(ComposeMap([("text", .text(text))])))
  }

  private static func rule(_ rule: ComposeRule) -> ComposeNode {
    let level = ComposeMap([("level", .text(level(of: rule.severity)))])
    return ComposeNode(
      .map(
        ComposeMap([
          ("id", .text(rule.id)), ("shortDescription", message(rule.reason)), ("help", message(rule.fix)),
          ("defaultConfiguration", ComposeNode(.map(level))),
        ])))
  }

  private static func result(_ finding: ComposeFinding, directory: String) -> ComposeNode {
    let subject = finding.path.isEmpty ? "" : finding.path + ": "
    var map = ComposeMap([
      ("ruleId", .text(finding.rule)), ("level", .text(level(of: finding.severity))),
      ("message", message(subject + finding.message + (finding.fix.isEmpty ? "" : ". " + finding.fix))),
    ])
    if let place = finding.place {
      let physical = ComposeNode(.map(location(place, directory: directory)))
      map["locations"] = ComposeNode(.list([ComposeNode(.map(ComposeMap([("physicalLocation", physical)])))]))
    }
    return ComposeNode(.map(map))
  }

  private static func location(_ place: ComposePlace, directory: String) -> ComposeMap {
    let isBelow = place.path.hasPrefix(directory + "/")
    let path = isBelow ? String(place.path.dropFirst(directory.count + 1)) : place.path
    var map = ComposeMap([("artifactLocation", ComposeNode(.map(ComposeMap([("uri", .text(path))]))))])
    if let position = place.position {
      let region = ComposeMap([
        ("startLine", ComposeNode(.integer(position.line))),
        ("startColumn", ComposeNode(.integer(position.column))),
      ])
      map["region"] = ComposeNode(.map(region))
    }
    return map
  }

  private static func level(of severity: ComposeFinding.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }
}
