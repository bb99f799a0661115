import Glibc
import SimulatedEngine

/// The folder of a demo: the engine's socket, and the Compose files of its stacks, which can be edited like any others.
struct DemoFolder {
  let path: String

  /// The engine's socket.
  var socket: String { "\(path)/engine.sock" }

  /// Makes a folder with the files in it; throws one line where that fails.
  init() throws(Failure) {
    var template = Array("/tmp/davit-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(message: "cannot start the demo engine: /tmp cannot be written — free some space there")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    guard let directory = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(directory)
    for name in names where unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
