import EngineModel
import StackPlanning

/// What a job does.
enum JobWork: Sendable, Equatable {
  /// One request to the engine.
  case call(EngineCall)
  /// Requests in waves, one wave after the other.
  case sequence(JobVerb, [[EngineCall]])
  /// A run of Compose.
  case compose(ComposeRun)
  /// Something that streams for long and tells how far it is.
  case transfer(Transfer)
  /// A program of the user's own.
  case program(ProgramRun)

  /// The words for what it does.
  var verb: JobVerb {
    switch self {
    case .call(let call): call.description.verb
    case .sequence(let verb, _): verb
    case .compose(let run): JobVerb(run)
    case .transfer(let transfer): transfer.description.verb
    case .program(let run): JobVerb(run.title, "running \(run.title)")
    }
  }

  /// Whether it is about a container.
  func isAbout(_ id: ContainerID) -> Bool {
    switch self {
    case .call(let call): call.description.container == id
    case .sequence(_, let waves): waves.contains { $0.contains { $0.description.container == id } }
    case .compose, .program: false
    case .transfer(let transfer): transfer.description.container == id
    }
  }

  /// Whether read-only mode refuses it.
  var changesSomething: Bool {
    switch self {
    case .transfer(let transfer): transfer.touches != .nothing
    case .program(let run): run.changes
    case .call, .sequence, .compose: true
    }
  }

  /// Whether it ends with the connection to the engine. Compose and transfers have one of their own, and tell by
  /// themselves how they end; a program may need none.
  var needsConnection: Bool {
    switch self {
    case .call, .sequence: true
    case .compose, .transfer, .program: false
    }
  }

  /// Whether success is told, since rows alone do not show it.
  var tellsSuccess: Bool {
    if case .call = self { false } else { true }
  }

  /// Whether it prints something, or tells how far it is.
  var hasOutput: Bool {
    switch self {
    case .compose, .transfer, .program: true
    case .call, .sequence: false
    }
  }

  /// Whether it is about a whole stack, whose services tell by themselves how far they are.
  var isAboutAll: Bool {
    if case .compose(let run) = self { run.services.isEmpty } else { false }
  }

  /// Whether it can be ended before it is done.
  var canBeCancelled: Bool {
    if case .call = self { false } else { true }
  }
}

/// A verb as messages need it: `cannot stop …`, and `stopping` while it happens.
package struct JobVerb: Sendable, Hashable {
  var plain: String
  var progress: String

  init(_ plain: String, _ progress: String) {
    self.plain = plain
    self.progress = progress
  }

  init(_ run: ComposeRun) {
    switch run.verb {
    case .up where run.options.contains(.noRecreate): self.init("scale", "scaling")
    case .up: self.init("bring up", "bringing up")
    case .down: self.init("take down", "taking down")
    case .pull: self.init("pull", "pulling")
    case .build: self.init("build", "building")
    }
  }
}
