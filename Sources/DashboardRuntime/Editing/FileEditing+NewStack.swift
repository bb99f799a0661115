import ComposeFile
import Dashboard
import DiskFiles
import EngineClient
import EngineModel
import StackPlanning
import Troubles

extension FileEditing {
  /// The text of a new stack; refused where its folder has a stack already.
  func prepare(_ order: NewStack) async -> EditorAnswer {
    let folder = expanded(order.folder)
    let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
    for name in names where ComposeFiles.disk.kind("\(folder)/\(name)") != nil {
      return .refused(
        serial: order.serial,
        Trouble(
          "cannot create a stack in \(folder)", why: "\(name) already exists",
          advice: "choose another folder"))
    }
    let text: String
    do throws(EngineError) {
      switch order.contents {
      case .text(let written): text = written
      case .containers(let ids): text = try await DraftReader(client: client).file(of: ids, name: order.name)
      }
    } catch {
      return .refused(serial: order.serial, error.trouble.inTheWay(of: "cannot read the containers"))
    }
    let path = "\(folder)/compose.yaml"
    return .prepared(
      FileChange(
        serial: order.serial, title: "New stack",
        key: ProjectKey(name: ProjectName(order.name), folder: folder, on: order.engine),
        source: StackSource(name: order.name, directory: folder, files: [path]), path: path, base: nil,
        text: text))
  }

  private func expanded(_ folder: String) -> String {
    var path = folder
    if path.hasPrefix("~/"), let home = local.environment["HOME"] { path = home + path.dropFirst() }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
