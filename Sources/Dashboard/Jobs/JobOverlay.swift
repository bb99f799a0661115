import TerminalUI

/// A job's output over the panes, as it comes.
struct JobOverlay: Sendable, Equatable {
  let job: JobID
  /// The first row on the screen while the end is not followed.
  var offset = 0
  /// Whether the view moves on with the output.
  var follows = true

  init(_ job: JobID) { self.job = job }

  /// Takes a key that scrolls.
  mutating func press(_ key: KeyPress, rows: Int, page: Int) {
    let last = max(0, rows - page)
    var place = follows ? last : min(offset, last)
    switch (key.key, key.typed) {
    case (.down, _), (_, "j"): place += 1
    case (.up, _), (_, "k"): place -= 1
    case (.pageDown, _), (_, " "): place += page
    case (.pageUp, _): place -= page
    case (.home, _), (_, "g"): place = 0
    case (.end, _), (_, "G"): place = last
    default: return
    }
    offset = max(0, min(place, last))
    follows = offset == last
  }
}

extension DashboardState {
  /// Whether a job's output is on the screen, so that no notice has to tell how it ended.
  func isShown(_ id: JobID) -> Bool {
    if case .job(let overlay)? = overlays.last { overlay.job == id } else { false }
  }

  /// Shows the output of a job: of the only one there is, else of one to choose.
  mutating func showJobs() -> [Effect] {
    let shown = jobs.filter(\.hasOutput).reversed()
    if shown.count == 1, let job = shown.first {
      overlays.append(.job(JobOverlay(job.id)))
    } else {
      overlays.append(.menu(.jobs(Array(shown.prefix(50)))))
    }
    return []
  }

  /// The job that an overlay shows; nil when it is long gone.
  func job(_ id: JobID) -> Job? { jobs.last { $0.id == id } }

  /// A key while a job's output is shown.
  mutating func pressJob(_ overlay: inout JobOverlay, _ key: KeyPress) -> [Effect] {
    guard let job = job(overlay.job) else {
      overlays.removeLast()
      return []
    }
    switch key.typed {
    case "c" where job.outcome == nil && job.work.canBeCancelled: return cancel(job.id)
    case "y":
      let text = job.output.map(\.text).joined(separator: "\n")
      return [.copy(text)] + notify(Notice(.information, "copied the output"))
    case "z" where canTakeBack(job):
      overlays.removeLast()
      return takeBackApplied(job.id)
    case "q":
      overlays.removeLast()
      return []
    default: break
    }
    if key.key == .enter, job.outcome != nil {
      overlays.removeLast()
      return []
    }
    let room = JobView.room(on: size)
    overlay.press(key, rows: JobView.rows(of: job, columns: room.columns, glyphs).count, page: room.rows)
    replaceTop(.job(overlay))
    return []
  }
}
