import EngineModel
import TerminalUI

extension DashboardState {
  /// What davit has asked the engine to do, newest first: when, what, how it ended, how long it took. An entry leads to
  /// the whole command.
  var activityMenu: Menu<RootAction> {
    Menu(
      title: "Activity",
      entries: jobs.reversed().map { job in
        .init(
          title: ActivityLine.what(job, zone: shared.setup.utcOffset), detail: ActivityLine.outcome(job),
          choice: .send(.screen(.showJob(job.id))))
      })
  }

  /// Asks whether to do again what a job has done.
  mutating func askAgain(_ job: Job) {
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Run it again?", targets: [job.command], yes: .send(.screen(.repeatJob(job.id))))))
  }

  /// Does again what a job has done.
  mutating func repeatJob(_ id: JobID) -> [Effect] {
    guard let job = job(id) else { return [] }
    overlays.removeAll()
    if job.work.changesSomething, let reason = shared.changeRefusal(on: job.engine) {
      return [toasts.show(Notice(.warning, "cannot \(job.work.verb.plain) \(job.subject): \(reason)"))]
    }
    let order: JobOrder =
      switch job.work {
      case .call(let call): .calls([call])
      case .sequence(let verb, let waves): .waves(verb, subject: job.subject, waves)
      case .compose(let run): .compose([run])
      case .transfer(let transfer): .transfers([transfer])
      case .program(let run): .programs([run], showing: .output)
      }
    return begin(order, on: job.engine)
  }
}

/// A job in a line.
enum ActivityLine {
  static func what(_ job: Job, zone: Int) -> String {
    let time = job.begin.map { $0.timeText(zoneSeconds: zone) + "  " } ?? ""
    return "\(time)\(job.work.verb.plain) \(job.subject)"
  }

  static func outcome(_ job: Job) -> String {
    let seconds = job.seconds.map { "  \(Quantity.seconds($0))" } ?? ""
    if case .failed(let why)? = job.outcome { return "failed\(seconds): \(why)" }
    let progress = job.outcome == nil ? job.progress?.short.map { "  \($0)" } ?? "" : ""
    return job.standing + progress + seconds
  }
}
