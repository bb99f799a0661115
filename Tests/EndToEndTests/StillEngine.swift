import Dispatch
import Glibc
import SimulatedEngine
import TestSupport

/// An engine on which nothing moves: two screens of one size are the same, cell by cell.
enum StillEngine {
  /// Starts one, hands its address to `body`, which may wait as long as it likes, and ends it.
  static func run<Result: Sendable>(_ body: @escaping @Sendable (String) throws -> Result) async throws
    -> Result
  {
    var options = SimulatedEngine.Options()
    options.time = .manual()
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = folder.file("engine.sock")
    let engine = try await SimulatedEngine.start(socketPath: path, options: options)
    let result = await onAThreadOfItsOwn { Swift.Result { try body("unix://\(path)") } }
    await engine.stop()
    return try result.get()
  }

  /// Where few threads serve all tasks, one that only waits would keep the engine from answering.
  private static func onAThreadOfItsOwn<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: body()) }
    }
  }
}
