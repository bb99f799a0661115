import EngineModel

/// What can be done with what has happened.
enum EventCommands {
  static let all: [Command<NoState, NoAction>] = [
    Command(
      "events.follow", "Follow events", doc: "Goes to the newest event, and stays with the newest.",
      in: .panes([.events]), hint: "follow",
      unavailable: { $1.panes[.events].isAtEnd ? "the newest is followed already" : nil },
      run: { _, _ in [.view(.move(by: 1_000_000_000))] }),
    Command(
      "events.noise", "Show or hide noise",
      doc: "Shows or hides the events that every health check leaves behind.", in: .panes([.events]),
      hint: "noise", run: { _, _ in [.view(.toggleNoise(.events))] }),
  ]
}
