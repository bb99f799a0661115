import TerminalDriver
import TerminalUI

extension TerminalSession: Screen {
  /// Gives the terminal to another program while `work` runs, and takes it back.
  package func handOver(_ work: @MainActor () async -> Void) async {
    leave()
    await work()
    resume()
  }
}
