import Dashboard
import Troubles

/// The inbox as one engine's part of the runtime sees it: what it puts down carries the engine's id.
struct EngineInbox: Sendable {
  let engine: EngineID
  let inbox: Inbox

  init(_ inbox: Inbox, of engine: EngineID = .first) {
    self.engine = engine
    self.inbox = inbox
  }

  /// Puts down what the engine said.
  func post(_ update: EngineUpdate) { inbox.post(.engine(engine, update)) }

  /// Puts down what was found out about its stacks.
  func post(_ update: StackUpdate) { inbox.post(.stacks(engine, update)) }

  /// Tells the user something about it.
  func post(_ level: Notice.Level, _ trouble: Trouble) {
    inbox.post(.notice(Notice(level, trouble, about: engine)))
  }
}
