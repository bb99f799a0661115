import Dashboard

/// The inbox as one engine's part of the runtime sees it: what it puts down carries the engine's id.
struct EngineInbox: Sendable {
  let engine: EngineID
  let inbox: Inbox

  init(_ inbox: Inbox, of engine: EngineID = .first) {
    self.engine = engine
    self.inbox = inbox
  }

  /// Puts down what the engine said.
  func post(_ news: EngineNews) { inbox.post(.engine(engine, news)) }

  /// Puts down what was found out about its stacks.
  func post(_ news: StackNews) { inbox.post(.stacks(engine, news)) }

  /// Tells the user something about it.
  func post(_ level: Notice.Level, _ text: String) {
    inbox.post(.notice(Notice(level, text, about: engine)))
  }
}
