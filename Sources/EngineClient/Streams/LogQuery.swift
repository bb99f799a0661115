public import EngineModel

/// Which part of a container's log is wanted.
public struct LogQuery: Hashable, Sendable {
  /// Whether the stream goes on with what the container prints from now on.
  public var follow: Bool
  /// The number of lines from the end; nil for all of them.
  public var tail: Int?
  /// Only lines from then on.
  public var since: Timestamp?
  /// Only lines up to then.
  public var until: Timestamp?
  /// Whether each line starts with its time, RFC 3339 with nanoseconds, and a space.
  public var timestamps: Bool
  /// Whether the container has a terminal (`ContainerDetails.process.tty`); nil where that is not known: the engine
  /// is asked where it matters.
  public var tty: Bool?

  /// A query as given: by default the whole log so far.
  public init(
    follow: Bool = false, tail: Int? = nil, since: Timestamp? = nil, until: Timestamp? = nil,
    timestamps: Bool = false, tty: Bool? = nil
  ) {
    self.follow = follow
    self.tail = tail
    self.since = since
    self.until = until
    self.timestamps = timestamps
    self.tty = tty
  }

  var parameters: [EngineRequest.Parameter] {
    var parameters: [EngineRequest.Parameter] = [
      .init("stdout", "1"), .init("stderr", "1"), .init("follow", follow ? "1" : "0"),
      .init("timestamps", timestamps ? "1" : "0"), .init("tail", tail.map { String($0) } ?? "all"),
    ]
    if let since { parameters.append(.init("since", since.unixText)) }
    if let until { parameters.append(.init("until", until.unixText)) }
    return parameters
  }
}

/// A piece of a container's log. Lines and characters may be cut anywhere, and go on in the next piece of the source.
public struct LogChunk: Hashable, Sendable {
  /// Where a piece comes from.
  public enum Source: Hashable, Sendable {
    /// Standard output.
    case stdout
    /// Standard error.
    case stderr
    /// The container's terminal, where both are one.
    case tty
  }

  /// Where it comes from.
  public var source: Source
  /// What was printed.
  public var bytes: [UInt8]

  /// A piece as given.
  public init(source: Source, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }
}
