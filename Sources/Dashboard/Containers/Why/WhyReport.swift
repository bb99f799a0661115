import EngineModel
import TerminalUI

/// What happened to a container, on one page: what it is now, how it ended, what its probes say, what it waits for, and
/// what to do next.
package struct WhyReport: Sendable, Equatable {
  /// A part of the page.
  struct Section: Sendable, Equatable {
    let title: String
    var lines: [Line]
  }

  /// A line: what it is about, what there is to say, and how it is drawn.
  struct Line: Sendable, Equatable {
    var label = ""
    let text: String
    var role = Role.text
    /// Whether it is what a program wrote: it is broken where a row is full, not between words.
    var isVerbatim = false
  }

  private(set) var sections: [Section] = []

  /// The page that the facts come to.
  package init(_ facts: WhyFacts) {
    add("Now", WhyNow.lines(facts))
    add("Ended", WhyEnds.lines(facts))
    add("Health", WhyHealth.lines(facts))
    add("Waits for", WhyNeeds.lines(facts))
    add("Ports", WhyPorts.lines(facts))
    add("Limits", WhyLimits.lines(facts))
    add("Last hour", WhyEvents.lines(facts))
    add("Next", WhyAdvice.lines(facts))
  }

  private mutating func add(_ title: String, _ lines: [Line]) {
    if !lines.isEmpty { sections.append(Section(title: title, lines: lines)) }
  }

  /// The page as text, each line broken where it is longer than `columns`.
  package func text(columns: Int) -> String {
    WhyText.rows(self, columns: columns).map(\.plain).joined(separator: "\n")
  }
}

/// Draws the page.
enum WhyText {
  private static let labelColumns = 12

  static func rows(_ report: WhyReport, columns: Int) -> [StyledText] {
    var rows: [StyledText] = []
    for section in report.sections {
      if !rows.isEmpty { rows.append("") }
      rows.append(StyledText(section.title, Style(.title).adding(.bold)))
      let label = section.lines.allSatisfy(\.label.isEmpty) ? 0 : labelColumns
      for line in section.lines { rows += self.rows(line, label: label, columns: columns) }
    }
    return rows
  }

  private static func rows(_ line: WhyReport.Line, label: Int, columns: Int) -> [StyledText] {
    let room = max(16, columns - label - 2)
    let parts = WrappedText.rows(
      StyledText(line.text, Style(line.role)), columns: room, mode: line.isVerbatim ? .anywhere : .words)
    return parts.enumerated().map { index, part in
      StyledText("  " + Pad.end(index == 0 ? line.label : "", label), Style(.muted)) + part
    }
  }
}
