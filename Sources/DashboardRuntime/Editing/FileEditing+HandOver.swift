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
        Trouble("cannot hand over", why: "no editor is found", advice: "set VISUAL or EDITOR"))
    }
    guard let state = local.state else {
      return .refused(
        serial: order.serial, Trouble("cannot hand over", why: "there is no state folder", advice: "set HOME")
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
          serial: order.serial, Trouble("cannot take the text back", why: "\(editor.name) has removed it"))
      }
      return .handedBack(serial: order.serial, text)
    } catch {
      return .refused(serial: order.serial, error)
    }
  }
}
