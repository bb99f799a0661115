import EngineClient

extension ChosenEngine {
  /// Asks something of the engine that the options name, without changing anything, and closes it again: what all commands
  /// do that print once.
  static func ask<Answer>(
    _ options: EngineOptions, _ question: (EngineClient) async throws(EngineError) -> Answer
  ) async throws -> Answer {
    let chosen = try await choose(options, readOnly: true)
    do throws(EngineError) {
      let answer = try await question(chosen.client)
      await chosen.close()
      return answer
    } catch {
      await chosen.close()
      throw Failure(error.trouble, code: error.isTransport ? .noEngine : .failed)
    }
  }
}
