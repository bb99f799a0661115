import Dashboard
import EngineClient
import EngineModel
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
      follow: true, tail: request.since == nil ? request.tail : nil, since: request.since ?? windowStart,
      timestamps: true)
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
    defer { stream.close() }
    var output = LogAssembler(container: request.container, isError: false)
    var errors = LogAssembler(container: request.container, isError: true)
    for try await chunks in stream {
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
    }
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
