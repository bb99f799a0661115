import EngineModel
import StackPlanning
import TerminalUI

extension Tab {
  /// What bringing a stack up would do.
  static let stackPlan = Tab.rows("plan", "Plan", needsEngine: false, hasSecrets: true) {
    row, columns, state in
    StackPlanText.rows(row, columns: columns, state)
  }
}

/// The Plan tab: what bringing a stack up would do, and why.
struct StackPlanText {
  private let engine: EngineState
  private let key: ProjectKey
  private let columns: Int
  private let secrets: Secrets
  private let glyphs: GlyphSet
  private var rows: [StyledText] = []

  /// The rows for a stack, or for one of its services.
  static func rows(_ subject: RowID, columns: Int, _ state: SharedState) -> [StyledText] {
    guard let key = subject.stackKey else { return [] }
    var text = StackPlanText(state: state, key: key, columns: columns)
    text.add(subject.serviceName)
    return text.rows
  }

  private init(state: SharedState, key: ProjectKey, columns: Int) {
    engine = state.engines[key.engine]
    secrets = Secrets(state)
    glyphs = state.glyphs
    self.key = key
    self.columns = columns
  }

  private mutating func add(_ service: ServiceName?) {
    if let trouble = engine.filesTrouble(of: key) {
      say("cannot plan `up`: \(trouble)", .warning)
      return
    }
    guard engine.stacks.readings[key] != nil else {
      say("loading …", .muted)
      return
    }
    guard let plan = engine.plan(of: key) else {
      say("cannot plan `up`: \(EngineState.noPlan)", .muted)
      return
    }
    if let service {
      addService(service, plan)
    } else {
      addStack(plan)
    }
  }

  private mutating func addStack(_ plan: StackPlan) {
    say(PlanSummary(plan).sentence, plan.isInSync ? .success : .text)
    rows.append("")
    let names = plan.services.map { TextWidth.columns(of: $0.name) }.max() ?? 0
    for service in plan.services { add(service, names: names) }
    for resource in plan.resources { add(resource) }
    for orphan in plan.orphans { add(orphan) }
    addNotes(plan)
  }

  private mutating func addService(_ name: ServiceName, _ plan: StackPlan) {
    let orphans = plan.orphans.filter { $0.service == name.rawValue }
    guard let service = plan.services.first(where: { $0.name == name.rawValue }) else {
      if orphans.isEmpty { say("None of its profiles is active: `up` leaves it alone.", .muted) }
      for orphan in orphans { add(orphan) }
      return
    }
    if service.action == .unchanged {
      say("In sync: `up` would change nothing.", .success)
      rows.append("")
    }
    add(service, names: TextWidth.columns(of: service.name))
    let needs = engine.neededServices(of: [name.rawValue], in: key).subtracting([name.rawValue])
    let others = plan.services.filter { needs.contains($0.name) }
    if !others.isEmpty {
      rows.append("")
      say("`up` brings up its dependencies first:", .muted)
      let names = others.map { TextWidth.columns(of: $0.name) }.max() ?? 0
      for other in others { add(other, names: names) }
    }
  }

  private mutating func say(_ text: String, _ role: Role) {
    rows += WrappedText.rows(StyledText(text, Style(role)), columns: columns)
  }

  private mutating func add(_ service: ServicePlan, names: Int) {
    let action = service.action
    let role = action.role
    var text = StyledText("\(action.sign) \(Pad.end(action.word, 9)) ", Style(role))
    let name = Pad.end(service.name, names + 2)
    text.append(name, action == .unchanged ? Style(.muted) : Style(.text).adding(.bold))
    if let count = service.countChange { text.append(count, Style(role)) }
    var reasons = action == .create ? [] : service.reasons
    if service.countChange == nil, let first = reasons.first {
      text.append(reason(first))
      reasons.removeFirst()
    }
    wrap(text, indent: 12 + names + 2)
    for more in reasons {
      wrap(StyledText(String(repeating: " ", count: 12 + names + 2)) + reason(more), indent: 12 + names + 2)
    }
    if let written = service.written {
      let blank = String(repeating: " ", count: 12 + names + 2)
      wrap(
        StyledText("\(blank)scaled to \(service.wanted) by hand; the file says \(written)", Style(.muted)),
        indent: 12 + names + 2)
    }
  }

  /// A reason; what may be secret is hidden until it is asked for.
  private func reason(_ reason: PlanReason) -> StyledText {
    var shown = reason
    if reason.isSecret, secrets.isRevealed { shown.isSecret = false }
    var text = StyledText(secrets.masked(text: shown.text), Style(reason.isCertain ? .text : .muted))
    if !reason.isCertain { text.append(" (maybe)", Style(.muted)) }
    return text
  }

  private mutating func add(_ resource: ResourcePlan) {
    switch resource.state {
    case .missing:
      wrap(StyledText("+ \(Pad.end("create", 9)) ", Style(.success)) + name(resource), indent: 12)
    case .externalMissing:
      let text = StyledText("\(glyphs.cross) \(Pad.end("missing", 9)) ", Style(.error))
      wrap(
        text + name(resource) + StyledText("  external: `up` fails until it exists", Style(.error)),
        indent: 12)
    case .changed:
      let text = StyledText("~ \(Pad.end("changed", 9)) ", Style(.warning))
      wrap(text + name(resource) + StyledText("  differs from its definition", Style(.muted)), indent: 12)
    }
  }

  private func name(_ resource: ResourcePlan) -> StyledText {
    StyledText("\(resource.kind.rawValue) ", Style(.muted)) + StyledText(resource.name)
  }

  private mutating func add(_ orphan: PlannedContainer) {
    let text = StyledText("- \(Pad.end("orphan", 9)) ", Style(.warning)) + StyledText(orphan.name)
    wrap(
      text + StyledText("  no file defines \(orphan.service): it stays unless you remove it", Style(.muted)),
      indent: 12)
  }

  private mutating func addNotes(_ plan: StackPlan) {
    guard !plan.notes.isEmpty else { return }
    rows.append("")
    for note in plan.notes {
      wrap(
        StyledText("\(glyphs.dot) ", Style(.information)) + StyledText(note, Style(.muted)), indent: 2)
    }
  }

  /// Adds a row; what does not fit goes on below, under its own beginning.
  private mutating func wrap(_ text: StyledText, indent: Int) {
    guard text.columns > columns, columns > indent + 20 else {
      rows.append(text)
      return
    }
    let head = text.prefix(columns: indent)
    let blank = StyledText(String(repeating: " ", count: indent))
    for (index, part) in WrappedText.rows(text.dropping(columns: indent), columns: columns - indent)
      .enumerated()
    {
      rows.append((index == 0 ? head : blank) + part)
    }
  }
}
