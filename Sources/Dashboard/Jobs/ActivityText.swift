import TerminalUI

/// The log of what davit asked the engine to do, newest first.
enum ActivityText {
  static func rows(_ jobs: [Job]) -> [StyledText] {
    guard !jobs.isEmpty else {
      return [StyledText("davit has changed nothing on the engine yet.", Style(.muted))]
    }
    return jobs.reversed().map { job in
      var row: StyledText
      switch job.outcome {
      case nil: row = StyledText(Pad.end("running", 9), Style(.starting))
      case .done?, .pruned?: row = StyledText(Pad.end("done", 9), Style(.success))
      case .cancelled?: row = StyledText(Pad.end("ended", 9), Style(.warning))
      case .failed?: row = StyledText(Pad.end("failed", 9), Style(.error))
      }
      row.append(job.command, Style(.text))
      if case .failed(let why)? = job.outcome { row.append("   \(why)", Style(.error)) }
      return row
    }
  }
}
