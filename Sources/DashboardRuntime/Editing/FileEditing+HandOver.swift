import Dashboard
import DiskFiles
import Troubles

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
      return .refused(
        serial: order.serial,
        Trouble("cannot open an editor", why: "none was found", advice: "set VISUAL or EDITOR"))
    }
    guard let state = local.state else {
      return .refused(
        serial: order.serial,
        Trouble("cannot open an editor", why: "there is no state folder", advice: "set HOME")
      )
    }
    let name = order.path.split(separator: "/").last.map(String.init) ?? "compose.yaml"
    do throws(Trouble) {
      let folder = try state.ownedFolder(in: "handed-over")
      defer { folder.remove() }
      let path = "\(folder.path)/\(name)"
      try folder.write(order.text.string, to: name)
      var problem: Trouble?
      await screen.handOver { problem = await editor.run(on: path, line: order.line) }
      if let problem { return .refused(serial: order.serial, problem) }
      guard let text = try FileSnapshot.read(path)?.text else {
        return .refused(
          serial: order.serial, Trouble("cannot take over the text", why: "\(editor.name) removed the file"))
      }
      return .handedBack(serial: order.serial, text)
    } catch {
      return .refused(serial: order.serial, error)
    }
  }
}
