import Dashboard
import EngineClient
import EngineModel
import Synchronization
import Troubles

/// Streams one container's log as lines. Slow screens slow the engine down: nothing piles up in between.
struct LogFollower {
  let client: EngineClient
  let inbox: Inbox
  let request: LogRequest

  /// How many lines make a batch.
  private static let batch = 500

  func run() async {
    let query = LogQuery(
      follow: request.until == nil, tail: request.since == nil ? request.tail : nil,
      since: request.since ?? windowStart, until: request.until, timestamps: true)
    do throws(EngineError) {
      try await follow(try await client.logs(request.container, query))
      if !Task.isCancelled { inbox.post(.logs(.ended(request))) }
    } catch {
      if Task.isCancelled || error.isCancellation || error.isConnectionLoss { return }
      inbox.post(.logs(.failed(request, error.trouble.inTheWay(of: "cannot read the log"))))
    }
  }

  private var windowStart: Timestamp? {
    request.window.map { HostClock.now.adding(seconds: -$0.components.seconds) }
  }

  private func follow(_ stream: LogStream) async throws(EngineError) {
    let unfinished = UnfinishedLines(inbox: inbox, request: request)
    defer {
      unfinished.goOn()
      stream.close()
    }
    var output = LogAssembler(container: request.container, isError: false)
    var errors = LogAssembler(container: request.container, isError: true)
    for try await chunks in stream {
      unfinished.goOn()
      var lines: [LogLine] = []
      for chunk in chunks {
        if chunk.source == .stderr {
          errors.feed(chunk.bytes, into: &lines)
        } else {
          output.feed(chunk.bytes, into: &lines)
        }
      }
      await deliver(lines)
      if Task.isCancelled { return }
      unfinished.wait(for: [output, errors])
    }
    unfinished.goOn()
    await deliver([output.flush(), errors.flush()].compactMap { $0 })
  }

  private func deliver(_ lines: [LogLine]) async {
    var rest = lines[...]
    while !rest.isEmpty {
      await inbox.deliver(.logs(.lines(request, Array(rest.prefix(Self.batch)))))
      rest = rest.dropFirst(Self.batch)
    }
  }
}

/// Shows a line that has begun and waits, such as a prompt, before it has its end.
private final class UnfinishedLines: Sendable {
  private let inbox: Inbox
  private let request: LogRequest
  private let state = Mutex<(serial: Int, task: Task<Void, Never>?)>((0, nil))

  /// How long a line has to stand still: what a program writes in one go comes in one piece, or soon after.
  private static let patience = Duration.milliseconds(250)

  init(inbox: Inbox, request: LogRequest) {
    self.inbox = inbox
    self.request = request
  }

  /// Something has come, so nothing stands still.
  func goOn() {
    state.withLock { state in
      state.serial += 1
      state.task?.cancel()
      state.task = nil
    }
  }

  /// Shows what these have begun, unless something comes before that.
  func wait(for assemblers: [LogAssembler]) {
    guard assemblers.contains(where: \.hasBeginning) else { return }
    state.withLock { state in
      let mine = state.serial
      state.task = Task.detached { [self] in
        try? await Task.sleep(for: Self.patience)
        if !Task.isCancelled { show(assemblers.compactMap(\.beginning), mine) }
      }
    }
  }

  private func show(_ lines: [LogLine], _ serial: Int) {
    state.withLock { state in
      guard state.serial == serial else { return }
      for line in lines { inbox.post(.logs(.beginning(request, line))) }
    }
  }
}
