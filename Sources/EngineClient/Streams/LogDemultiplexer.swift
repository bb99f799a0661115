/// Takes the frames of a log apart: 8 bytes of header (the source, three zeros, the length, big endian), then the
/// bytes. Fed with pieces that are cut anywhere. No frame is ever held as a whole, so a header may claim what it will.
public struct LogDemultiplexer: Sendable {
  private var header: [UInt8] = []
  private var remaining = 0
  private var source: LogChunk.Source
  private var isRaw: Bool

  /// A demultiplexer of frames, or (`raw`) of a terminal's bytes, which have none.
  public init(raw: Bool) {
    isRaw = raw
    source = raw ? .tty : .stdout
  }

  /// What a piece holds, in order; neighbours of the same source are one chunk. Where a header is none, the frames
  /// are lost: everything from there on is handed over as it is.
  public mutating func feed(_ bytes: [UInt8]) -> [LogChunk] {
    if isRaw { return bytes.isEmpty ? [] : [LogChunk(source: source, bytes: bytes)] }
    var chunks: [LogChunk] = []
    var run: [UInt8] = []
    run.reserveCapacity(bytes.count)
    var runSource = source
    var index = 0
    while index < bytes.count {
      if remaining == 0 {
        index = readHeader(bytes, from: index)
        if isRaw {
          Self.flush(&run, runSource, to: &chunks)
          return chunks + [LogChunk(source: source, bytes: header + bytes[index...])]
        }
        continue
      }
      if source != runSource {
        Self.flush(&run, runSource, to: &chunks)
        runSource = source
      }
      let count = min(remaining, bytes.count - index)
      run.append(contentsOf: bytes[index..<index + count])
      remaining -= count
      index += count
    }
    Self.flush(&run, runSource, to: &chunks)
    return chunks
  }

  private static func flush(_ run: inout [UInt8], _ source: LogChunk.Source, to chunks: inout [LogChunk]) {
    if run.isEmpty { return }
    chunks.append(LogChunk(source: source, bytes: run))
    run = []
  }

  /// Takes as much of a header as there is; the offset behind it.
  private mutating func readHeader(_ bytes: [UInt8], from start: Int) -> Int {
    if header.isEmpty, bytes.count - start >= 8 {
      accept(bytes, at: start)
      if isRaw { return start }
      return start + 8
    }
    let end = min(bytes.count, start + 8 - header.count)
    header += bytes[start..<end]
    if header.count == 8 {
      accept(header, at: 0)
      if !isRaw { header = [] }
    }
    return end
  }

  /// Reads the header at `start`; anything but a known source and three zeros ends the framing.
  private mutating func accept(_ bytes: [UInt8], at start: Int) {
    guard bytes[start] <= 3, bytes[start + 1] == 0, bytes[start + 2] == 0, bytes[start + 3] == 0 else {
      isRaw = true
      return
    }
    source = bytes[start] >= 2 ? .stderr : .stdout
    remaining =
      Int(bytes[start + 4]) << 24 | Int(bytes[start + 5]) << 16 | Int(bytes[start + 6]) << 8
      | Int(bytes[start + 7])
  }
}
