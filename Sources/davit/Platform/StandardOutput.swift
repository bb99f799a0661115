import ArgumentParser
import Glibc
import PrintableText
import TerminalDriver

/// The standard streams of the commands at the shell: the one place through which their text leaves, so that nothing from
/// outside (a file, an engine, an argument) commands the terminal or hides in it.
enum StandardOutput {
  /// The columns of the terminal that it is; nil where it is none.
  static var columns: Int? { TerminalProbe.currentSize()?.columns }

  /// Writes lines of text; ends them where the last is not.
  static func text(_ text: String) throws {
    let shown = PrintableText.shown(text, keepingLines: true)
    try send(shown.isEmpty || shown.hasSuffix("\n") ? shown : shown + "\n")
  }

  /// Writes a JSON document.
  static func json(_ document: String) throws { try send(PrintableText.json(document) + "\n") }

  /// Writes what davit itself has drawn, its colours too: cells, or lines that were made of shown text.
  static func drawn(_ text: String) throws {
    try send(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
  }

  /// Writes all of it; throws where it cannot be written: a full disk is no success.
  private static func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // Whoever has read enough is not told so.
        if errno == EPIPE { throw ExitCode(ExitStatus.unread.rawValue) }
        throw Failure(message: "cannot write the output: \(String(cString: strerror(errno)))")
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// The stream for errors.
enum StandardError {
  /// Writes lines of text; what cannot be written is lost.
  static func write(_ text: String) {
    var bytes = Array(PrintableText.shown(text, keepingLines: true).utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
