import PrintableText
import TerminalUI

/// The report as text, a table a resource. Cells are shown as they will leave, so that columns stand where they should.
enum StatusText {
  static func text(_ report: StatusReport) -> String {
    let engine = report.engine
    var text = "\(engine.product) \(engine.version)"
    if let api = engine.apiVersion { text += ", API \(api)" }
    text += " at \(engine.address), \(engine.os)\n"
    text += table(
      "CONTAINERS", ["NAME", "STATE", "IMAGE", "STATUS", "STACK"],
      report.containers.map { [$0.name, $0.health ?? $0.state, $0.image, $0.status, $0.project ?? ""] })
    text += table(
      "STACKS", ["NAME", "SERVICES", "FOLDER"],
      report.stacks.map { stack in
        let services = stack.services.map { "\($0.name) \($0.running)/\($0.containers)" }
        return [stack.name, services.joined(separator: ", "), stack.folder]
      })
    text += table(
      "IMAGES", ["IMAGE", "BYTES", "USED BY"],
      report.images.map {
        [$0.tags.isEmpty ? $0.id : $0.tags.joined(separator: ", "), "\($0.sizeBytes)", "\($0.usedBy)"]
      })
    text += table(
      "VOLUMES", ["NAME", "DRIVER", "USED BY"],
      report.volumes.map { [$0.name, $0.driver, $0.usedBy.joined(separator: ", ")] })
    text += table(
      "NETWORKS", ["NAME", "DRIVER", "SUBNETS", "USED BY"],
      report.networks.map {
        [$0.name, $0.driver, $0.subnets.joined(separator: ", "), $0.usedBy.joined(separator: ", ")]
      })
    return text
  }

  private static func table(_ title: String, _ titles: [String], _ rows: [[String]]) -> String {
    let cells = ([titles] + rows).map { $0.map { PrintableText.shown($0) } }
    let widths = titles.indices.map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    let lines = cells.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - TextWidth.columns(of: $0)) }
      var line = padded.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    return "\n\(title) \(rows.count)\n" + lines.map { $0 + "\n" }.joined()
  }
}
