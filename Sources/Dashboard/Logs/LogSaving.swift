import EngineModel
import TerminalUI

/// The form that asks where a log is to be written, and what of it.
enum LogSaving {
  private static let shown = "as shown"
  private static let whole = "all there is"

  static func form(_ logs: LogsState, _ state: SharedState) -> Form<LogAction> {
    let title = logs.subject.map(state.title(of:)) ?? ""
    var form = Form(
      "Save the log of \(TextWidth.truncated(title, to: 40))", LogAction.save,
      [
        .init(
          "File", PathText.joined(state.setup.workingDirectory, fileName(title) + ".log"), completion: .files),
        .choice("Lines", [shown, whole]), .toggle("Times", isOn: logs.showsTimestamps),
      ])
    form.verb = "save"
    return form
  }

  /// Why what was typed cannot be done; nil where it can.
  static func problem(_ reply: UserReply, _ state: SharedState) -> String? {
    reply.text.trimmed.isEmpty ? "type a path" : state.changeRefusal(on: state.currentEngine.id)
  }

  /// What was asked for: the same lines as on the screen, read anew as bytes, or all that the engine has.
  static func order(_ logs: LogsState, _ reply: UserReply, _ state: SharedState) -> [Outcome<LogAction>] {
    guard let subject = logs.subject, reply.texts.count == 3 else { return [] }
    let sources = logs.containers.map { id in
      SavedLog.Source(
        container: id, name: logs.sources.first { $0.container == id }?.name ?? id.short)
    }
    var log = SavedLog(title: state.title(of: subject), sources: sources)
    log.hasTimes = reply.texts[2] == "yes"
    if reply.texts[1] == shown {
      log.since = logs.firstTime
      if case .around = logs.span { log.until = logs.lastTime }
      log.errorsOnly = logs.showsErrorsOnly
      if logs.mode == .filter, logs.search.isActive { log.pattern = logs.search.text }
    }
    return [.begin(.transfers([.saveLog(log, to: TargetFile(reply.text.trimmed))]), on: subject.engine)]
  }

  /// A name that every disk takes.
  private static func fileName(_ title: String) -> String {
    String(title.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "-" })
  }
}
