import StackPlanning
import TerminalUI

/// What bringing a stack up would do, as rows of a review.
enum ReviewPlan {
  static func rows(_ plan: StackPlan, columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    let changes = plan.services.count { $0.action != .unchanged }
    let note =
      plan.isInSync ? "nothing on the engine would change" : "\(changes) of \(plan.services.count) services"
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
          + StyledText("\(orphan.name)  of no service of the files; it is left alone", Style(.muted)))
    }
    for note in plan.notes {
      rows += WrappedText.rows(StyledText("  \(note)", Style(.muted)), columns: columns)
    }
    return rows
  }

  private static func isChange(_ service: ServicePlan) -> Bool { service.action != .unchanged }

  private static func rows(_ service: ServicePlan, name: Int, columns: Int) -> [StyledText] {
    let (sign, role) = look(service.action)
    let title = Pad.leading(TextWidth.truncated(service.name, to: name - 1), name)
    var row = StyledText("  \(sign) ", Style(role)) + StyledText(title)
    row.append(Pad.leading(service.action.rawValue, 12), Style(role))
    let reasons = service.reasons.filter { $0.isCertain || service.action != .unchanged }.map(\.text)
    guard !reasons.isEmpty else { return [row] }
    let lead = row.columns
    let room = max(16, columns - lead)
    let wrapped = WrappedText.rows(StyledText(reasons.joined(separator: "; "), Style(.text)), columns: room)
    return wrapped.enumerated().map { index, text in
      (index == 0 ? row : StyledText(String(repeating: " ", count: lead))) + text
    }
  }

  private static func look(_ action: ServicePlan.Action) -> (String, Role) {
    switch action {
    case .unchanged: ("=", .muted)
    case .create: ("+", .success)
    case .recreate: ("~", .warning)
    case .start: (">", .starting)
    case .scaleUp: ("+", .success)
    case .scaleDown: ("-", .warning)
    }
  }
}

/// Paths where there is little room.
enum PathText {
  /// The end of a path that fits.
  static func shortened(_ path: String, to columns: Int, _ glyphs: GlyphSet) -> String {
    guard TextWidth.columns(of: path) > columns else { return path }
    var rest = Substring(path)
    while TextWidth.columns(of: String(rest)) > max(1, columns - 1), !rest.isEmpty { rest.removeFirst() }
    return "\(glyphs.ellipsis)\(rest)"
  }
}
