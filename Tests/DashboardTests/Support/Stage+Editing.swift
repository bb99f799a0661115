import ComposeFile
import StackPlanning
import TerminalUI
import Testing

@testable import Dashboard

extension Fixture {
  /// A file of the shop.
  static let shopFile = """
    # The shop.
    services:
      web:
        image: nginx:1.25
        ports:
          - "8080:80"
        environment:
          LOG_LEVEL: info
          API_TOKEN: s3cret
      db:
        image: postgres:16
        volumes:
          - data:/var/lib/postgresql/data

    volumes:
      data:

    """

  static let shopPath = "/srv/shop/compose.yaml"
  static let shopKey = ProjectKey(name: "shop", folder: "/srv/shop")

  /// The shop's file as the runtime finds it.
  static func shopCandidate(
    _ service: String?, text: String = shopFile, path: String = shopPath, leftover: Leftover? = nil
  ) -> FileCandidate {
    let definition = service.flatMap { name in (try? ComposeText(text))?.meaning["services"]?[name] }
    return FileCandidate(
      path: path, text: text, hasService: definition != nil, definition: definition, leftover: leftover)
  }

  /// A plan that makes the web server anew.
  static let shopPlan = StackPlan(services: [
    ServicePlan(name: "db", action: .unchanged, wanted: 1),
    ServicePlan(
      name: "web", action: .recreate,
      reasons: [PlanReason("image", before: "nginx:1.25", after: "nginx:1.27")],
      wanted: 2),
  ])

  static func finding(_ message: String, line: Int, _ severity: ComposeFinding.Severity = .error)
    -> ComposeFinding
  {
    ComposeFinding(
      rule: "schema", severity: severity, message: message, fix: "look it up", path: "services.web",
      place: ComposePlace(path: shopPath, position: .init(line: line, column: 5)))
  }
}

extension Stage {
  /// What editing has asked of the world, in order.
  var editorEffects: [EditorEffect] {
    effects.compactMap { if case .editor(let effect) = $0 { effect } else { nil } }
  }

  /// Opens the shop's file at a service, as `e` on a container of it does.
  mutating func edit(_ service: String = "web", text: String = Fixture.shopFile, leftover: Leftover? = nil) {
    select("shop-\(service)-1")
    press("e")
    located([Fixture.shopCandidate(service, text: text, leftover: leftover)])
  }

  /// Answers the last question for files.
  mutating func located(_ files: [FileCandidate]) {
    guard case .locate(let request)? = editorEffects.last else {
      Issue.record("no file was asked for")
      return
    }
    take(.editor(.located(request, files)))
  }

  /// Lets the last timers of the editor come due.
  mutating func pause() {
    let timers = effects.compactMap { effect -> EditorTimer? in
      if case .after(_, .editor(let timer)) = effect { timer } else { nil }
    }
    for timer in timers { take(.delayed(.editor(timer))) }
  }

  /// The change that was last asked about or written.
  var lastChange: FileChange? {
    for effect in editorEffects.reversed() {
      switch effect {
      case .examine(let change), .write(let change): return change
      default: continue
      }
    }
    return nil
  }

  /// Answers the last question for what a change comes to.
  mutating func examined(
    _ findings: [ComposeFinding] = [], isReadable: Bool = true, plan: StackPlan? = Fixture.shopPlan
  ) {
    guard let change = lastChange else {
      Issue.record("nothing was to be examined")
      return
    }
    let facts = ChangeFacts(
      difference: DifferenceLine.between(change.base ?? "", change.text), findings: findings,
      isReadable: isReadable, plan: plan, planProblem: plan == nil ? "Compose could not read it" : nil)
    take(.editor(.examined(serial: change.serial, facts)))
  }

  /// The texts that were to be written.
  var writes: [FileChange] {
    editorEffects.compactMap { if case .write(let change) = $0 { change } else { nil } }
  }

  /// Says that the last text is in its file.
  mutating func written() {
    guard let change = writes.last else {
      Issue.record("nothing was written")
      return
    }
    take(.editor(.written(serial: change.serial)))
  }

  /// The runs of Compose that were asked for.
  var composeRuns: [ComposeRun] {
    engineEffects.compactMap { if case .compose(let run, _, _) = $0 { run } else { nil } }
  }

  mutating func findCompose() { take(.compose(Fixture.compose)) }

  /// The text in the editor.
  var editedText: String? { state.editing.editor?.text.text }
}
