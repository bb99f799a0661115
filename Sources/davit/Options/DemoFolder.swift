import DiskFiles
import Glibc
import SimulatedEngine
import Troubles

/// The folder of a demo: the engine's socket, and the Compose files of its stacks, which can be edited like any others.
struct DemoFolder {
  private let folder: OwnedFolder

  var path: String { folder.path }

  /// The engine's socket.
  var socket: String { "\(path)/engine.sock" }

  /// Makes a folder with the files in it; throws one line where that fails.
  init() throws(Failure) {
    do throws(Trouble) { folder = try OwnedFolder(kind: "demo") } catch {
      throw Failure(message: "cannot start the demo engine: \(error)")
    }
    for file in Population.demoFiles { write(file.text, to: "\(path)/\(file.path)") }
  }

  /// A stack whose file cannot be written is shown without it.
  private func write(_ text: String, to path: String) {
    guard let slash = path.lastIndex(of: "/") else { return }
    mkdir(String(path[..<slash]), 0o700)
    guard let file = fopen(path, "wx") else { return }
    fputs(text, file)
    fclose(file)
  }

  /// Removes the folder with all that is in it.
  func remove() { folder.remove() }
}
