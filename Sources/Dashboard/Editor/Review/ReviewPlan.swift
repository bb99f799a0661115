import StackPlanning
import TerminalUI

/// What bringing a stack up would do, as rows of a review.
enum ReviewPlan {
  static func rows(_ plan: StackPlan, columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    let changes = plan.services.count { $0.action != .unchanged }
    let note =
      plan.isInSync
      ? "nothing on the engine would change"
      : "\(changes) of \(Counted.text(plan.services.count, "service"))"
    var rows = [StyledText("Plan", Style(.title).adding(.bold)) + StyledText("  \(note)", Style(.muted))]
    let name = min(28, (plan.services.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 2)
    for service in plan.services.sorted(by: { isChange($0) && !isChange($1) }) {
      rows += self.rows(service, name: name, columns: columns)
    }
    for resource in plan.resources {
      let text = "\(resource.kind.rawValue) \(resource.name): \(resource.state.rawValue)"
      let role: Role = resource.state == .missing ? .starting : .warning
      rows.append(StyledText("  + ", Style(role)) + StyledText(text))
    }
    for orphan in plan.orphans {
      rows.append(
        StyledText("  ? ", Style(.warning))
          + StyledText("\(orphan.name)  orphan: no file defines its service; left alone", Style(.muted)))
    }
    for note in plan.notes {
      rows += WrappedText.rows(StyledText("  \(note)", Style(.muted)), columns: columns)
    }
    return rows
  }

  private static func isChange(_ service: ServicePlan) -> Bool { service.action != .unchanged }

  private static func rows(_ service: ServicePlan, name: Int, columns: Int) -> [StyledText] {
    let role = service.action.role
    let title = Pad.end(TextWidth.truncated(service.name, to: name - 1), name)
    var row = StyledText("  \(service.action.sign) ", Style(role)) + StyledText(title)
    row.append(Pad.end(service.action.rawValue, 12), Style(role))
    let reasons = service.reasons.filter { $0.isCertain || service.action != .unchanged }.map(\.text)
    guard !reasons.isEmpty else { return [row] }
    let lead = row.columns
    let room = max(16, columns - lead)
    let wrapped = WrappedText.rows(StyledText(reasons.joined(separator: "; "), Style(.text)), columns: room)
    return wrapped.enumerated().map { index, text in
      (index == 0 ? row : StyledText(String(repeating: " ", count: lead))) + text
    }
  }
}
