import Dashboard
import DiskFiles
import Glibc

extension FileEditing {
  /// Gives a copy of the text to the user's own editor while it has the terminal, and takes it back.
  @MainActor
  func handOver(_ order: HandOver, on screen: any Screen) async {
    let answer = await exchange(order, on: screen)
    inbox.post(.editor(answer))
  }

  @MainActor
  private func exchange(_ order: HandOver, on screen: any Screen) async -> EditorAnswer {
    guard let editor = ForeignEditor(environment: local.environment) else {
      return .refused(serial: order.serial, "cannot hand over: no editor is found — set VISUAL or EDITOR")
    }
    guard let state = local.state else {
      return .refused(serial: order.serial, "cannot hand over: there is no state folder — set HOME")
    }
    let name = order.path.split(separator: "/").last.map(String.init) ?? "compose.yaml"
    let folder = "handed-over/\(getpid())-\(order.serial)"
    let path = "\(state.path)/\(folder)/\(name)"
    defer {
      unlink(path)
      rmdir("\(state.path)/\(folder)")
    }
    do throws(FileProblem) {
      try state.write(order.text.string, to: "\(folder)/\(name)")
      var problem: String?
      await screen.handOver { problem = await editor.run(on: path, line: order.line) }
      if let problem { return .refused(serial: order.serial, problem) }
      guard let text = try FileSnapshot.read(path)?.text else {
        return .refused(serial: order.serial, "cannot take the text back: \(editor.name) has removed it")
      }
      return .handedBack(serial: order.serial, text)
    } catch {
      return .refused(serial: order.serial, error.description)
    }
  }
}
