/// How a container's CPU, memory, traffic and disk move with the time that it has been running.
///
/// All of it is a function of time: nothing is computed while nobody asks.
package struct UsagePattern: Sendable, Hashable {
  /// The course of the CPU.
  package enum Course: Sendable, Hashable {
    /// Small waves around a level.
    case steady
    /// Quiet, then near its peak for a sixth of the time.
    case bursty
    /// Waves, and memory that climbs until a collection empties it.
    case sawtooth
  }

  /// The course of the CPU.
  package var course: Course
  /// CPU between bursts, in cores (0.25 is 25%).
  package var cpu: Double
  /// CPU above that at the peak, in cores.
  package var peak: Double
  /// Memory in use without cache, in bytes.
  package var memory: Double
  /// The file cache that counts as memory but not as used, in bytes.
  package var cache: Double
  /// Bytes received per second at the peak; a fifth of that is always there.
  package var received: Double
  /// Bytes sent per second at the peak.
  package var sent: Double
  /// Bytes written to disk per second at the peak.
  package var written: Double
  /// Number of processes and threads.
  package var processes: Int

  /// A pattern of these measures.
  package init(
    _ course: Course, cpu: Double, peak: Double, memory: Double, cache: Double = 4_000_000,
    received: Double = 0, sent: Double = 0, written: Double = 0, processes: Int = 1
  ) {
    self.course = course
    self.cpu = cpu
    self.peak = peak
    self.memory = memory
    self.cache = cache
    self.received = received
    self.sent = sent
    self.written = written
    self.processes = processes
  }

  /// Next to nothing: a sleeping shell.
  package static let idle = UsagePattern(.steady, cpu: 0.0002, peak: 0.0004, memory: 900_000, cache: 300_000)
}
