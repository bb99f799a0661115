extension CommandRegistry {
  /// What can be done with a log.
  static let logCommands: [Command] = [
    Command(
      "logs.follow", "Follow", doc: "Goes to the end of the log and follows it, or stands still.", in: .logs,
      hint: "follow",
      run: { state in
        if state.logs.isFollowing { state.logs.holdStill(state.logLayout) } else { state.logs.follow() }
        return []
      }),
    Command(
      "logs.wrap", "Wrap lines", doc: "Wraps long lines, or cuts them at the edge.", in: .logs, hint: "wrap",
      run: { state in
        state.logs.wraps.toggle()
        state.logs.column = 0
        return []
      }),
    Command(
      "logs.timestamps", "Timestamps", doc: "Shows or hides the time of each line.", in: .logs, hint: "times",
      run: { state in
        state.logs.showsTimestamps.toggle()
        return []
      }),
    Command(
      "logs.mode", "Filter or search",
      doc: "Switches between hiding lines without a match and only marking the matches.", in: .logs,
      run: { $0.switchLogMode() }),
    Command(
      "logs.service", "Service",
      doc: "Chooses the service whose lines are shown in the log of a stack, or all of them.",
      in: .logs, hint: "service",
      unavailable: { $0.logServices.count > 1 ? nil : "there is only one service in this log" },
      run: { state in
        state.overlays.append(.menu(.logServices(state)))
        return []
      }),
    Command(
      "logs.clear", "Clear the view", doc: "Forgets the lines on the screen; new ones go on to come.",
      in: .logs,
      run: { state in
        state.logs.clear()
        return []
      }),
  ]
}
