import EngineModel
import StackPlanning
import TerminalUI

/// The Plan tab: what bringing a stack up would do, and why.
struct StackPlanText {
  private let state: DashboardState
  private let key: ProjectKey
  private let columns: Int
  private var rows: [StyledText] = []

  /// The rows for a stack, or for one of its services.
  static func rows(_ subject: RowID, columns: Int, _ state: DashboardState) -> [StyledText] {
    guard let key = subject.stackKey else { return [] }
    var text = StackPlanText(state: state, key: key, columns: columns)
    text.add(subject.serviceName)
    return text.rows
  }

  private init(state: DashboardState, key: ProjectKey, columns: Int) {
    self.state = state
    self.key = key
    self.columns = columns
  }

  private mutating func add(_ service: ServiceName?) {
    if let trouble = state.filesTrouble(of: key) {
      say("What `up` would do cannot be told: \(trouble).", .warning)
      return
    }
    guard let reading = state.stacks.readings[key] else {
      say("reading …", .muted)
      return
    }
    guard let plan = reading.plan else {
      say("What `up` would do cannot be told: \(DashboardState.noPlan).", .muted)
      return
    }
    if let service {
      addService(service, plan)
    } else {
      addStack(plan)
    }
  }

  private mutating func addStack(_ plan: StackPlan) {
    say(PlanSummary(plan, scale: scale).sentence, plan.isInSync ? .success : .text)
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
      if orphans.isEmpty { say("None of its profiles is active: `up` leaves it as it is.", .muted) }
      for orphan in orphans { add(orphan) }
      return
    }
    if PlanStep(service, scale: scale) == .unchanged {
      say("In sync: `up` would change nothing of it.", .success)
      rows.append("")
    }
    add(service, names: TextWidth.columns(of: service.name))
    let needs = state.neededServices(of: [name.rawValue], in: key).subtracting([name.rawValue])
    let others = plan.services.filter { needs.contains($0.name) }
    if !others.isEmpty {
      rows.append("")
      say("`up` brings these up first, since it waits for them:", .muted)
      let names = others.map { TextWidth.columns(of: $0.name) }.max() ?? 0
      for other in others { add(other, names: names) }
    }
  }

  private var scale: [String: Int] { state.stacks.memory[key]?.scale ?? [:] }

  private mutating func say(_ text: String, _ role: Role) {
    rows += WrappedText.rows(StyledText(text, Style(role)), columns: columns)
  }

  private mutating func add(_ service: ServicePlan, names: Int) {
    let step = PlanStep(service, scale: scale)
    let role: Role = step == .unchanged ? .muted : step.role
    var text = StyledText("\(step.sign) \(Pad.leading(step.word, 9)) ", Style(role))
    let name = Pad.leading(service.name, names + 2)
    text.append(name, step == .unchanged ? Style(.muted) : Style(.text).adding(.bold))
    if let count = step.count { text.append(count, Style(role)) }
    var reasons = step == .create ? [] : service.reasons
    if step.count == nil, let first = reasons.first {
      text.append(reason(first))
      reasons.removeFirst()
    }
    wrap(text, indent: 12 + names + 2)
    for more in reasons {
      wrap(StyledText(String(repeating: " ", count: 12 + names + 2)) + reason(more), indent: 12 + names + 2)
    }
    if let wanted = scale[service.name], wanted != service.wanted {
      let blank = String(repeating: " ", count: 12 + names + 2)
      wrap(
        StyledText("\(blank)scaled to \(wanted) by hand; the file says \(service.wanted)", Style(.muted)),
        indent: 12 + names + 2)
    }
  }

  /// A reason; what may be secret is hidden until it is asked for.
  private func reason(_ reason: PlanReason) -> StyledText {
    var shown = reason
    let secrets = Secrets(state)
    if reason.isSecret, secrets.isRevealed { shown.isSecret = false }
    var text = StyledText(secrets.withoutPassword(shown.text), Style(reason.isCertain ? .text : .muted))
    if !reason.isCertain { text.append(" (maybe)", Style(.muted)) }
    return text
  }

  private mutating func add(_ resource: ResourcePlan) {
    switch resource.state {
    case .missing:
      wrap(StyledText("+ \(Pad.leading("create", 9)) ", Style(.success)) + name(resource), indent: 12)
    case .externalMissing:
      let text = StyledText("\(state.glyphs.cross) \(Pad.leading("missing", 9)) ", Style(.error))
      wrap(
        text + name(resource) + StyledText("  it is external: `up` fails until it is there", Style(.error)),
        indent: 12)
    case .changed:
      let text = StyledText("~ \(Pad.leading("changed", 9)) ", Style(.warning))
      wrap(text + name(resource) + StyledText("  differs from its definition", Style(.muted)), indent: 12)
    }
  }

  private func name(_ resource: ResourcePlan) -> StyledText {
    StyledText("\(resource.kind.rawValue) ", Style(.muted)) + StyledText(resource.name)
  }

  private mutating func add(_ orphan: PlannedContainer) {
    let text = StyledText("- \(Pad.leading("orphan", 9)) ", Style(.warning)) + StyledText(orphan.name)
    wrap(
      text + StyledText("  no file has \(orphan.service): it stays unless you remove it", Style(.muted)),
      indent: 12)
  }

  private mutating func addNotes(_ plan: StackPlan) {
    guard !plan.notes.isEmpty else { return }
    rows.append("")
    for note in plan.notes {
      wrap(
        StyledText("\(state.glyphs.dot) ", Style(.information)) + StyledText(note, Style(.muted)), indent: 2)
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
