import Dashboard
import PrintableText
import TerminalUI

/// The report as text, a table a resource. Cells are shown as they will leave, so that columns stand where they should.
struct StatusText {
  /// The columns of the terminal that it is for; nil where it goes somewhere else, and nothing is cut.
  let columns: Int?

  static func text(_ report: StatusReport, columns: Int?) -> String {
    let engine = report.engine
    var text = "\(engine.product) \(engine.version)"
    if let api = engine.apiVersion { text += ", API \(api)" }
    text += " at \(engine.address), \(engine.os)\n"
    let tables = StatusText(columns: columns)
    return text + tables.containers(report) + tables.stacks(report) + tables.images(report)
      + tables.volumes(report) + tables.networks(report)
  }

  /// A column of a table: how narrow it may become, and how much it matters.
  private struct Column {
    let title: String
    var minimum = 8
    var priority = 1
    var isNumber = false
  }

  private func containers(_ report: StatusReport) -> String {
    table(
      "CONTAINERS",
      [
        Column(title: "NAME", minimum: 16, priority: 9), Column(title: "STATE", minimum: 10, priority: 8),
        Column(title: "IMAGE", minimum: 12, priority: 5), Column(title: "PORTS", minimum: 8, priority: 7),
        Column(title: "STATUS", minimum: 12, priority: 6), Column(title: "STACK", minimum: 6, priority: 4),
      ],
      report.containers.map { container in
        [
          container.name, container.health ?? container.state, container.image,
          Self.shown(container.ports).joined(separator: " "), container.status, container.project ?? "",
        ]
      })
  }

  /// Ports without the addresses that stand for all, each once.
  private static func shown(_ ports: [String]) -> [String] {
    ports.reduce(into: []) { shown, port in
      var text = port
      for everywhere in ["0.0.0.0:", ":::", "[::]:"] where text.hasPrefix(everywhere) {
        text = String(text.dropFirst(everywhere.count))
        break
      }
      if text.hasSuffix("/tcp") { text = String(text.dropLast(4)) }
      if !shown.contains(text) { shown.append(text) }
    }
  }

  private func stacks(_ report: StatusReport) -> String {
    table(
      "STACKS",
      [
        Column(title: "NAME", minimum: 12, priority: 9), Column(title: "SERVICES", minimum: 20, priority: 8),
        Column(title: "FOLDER", minimum: 12, priority: 5),
      ],
      report.stacks.map { stack in
        let services = stack.services.map { "\($0.name) \($0.running)/\($0.containers)" }
        return [stack.name, services.joined(separator: ", "), stack.folder]
      })
  }

  private func images(_ report: StatusReport) -> String {
    table(
      "IMAGES",
      [
        Column(title: "IMAGE", minimum: 20, priority: 9),
        Column(title: "SIZE", minimum: 5, priority: 8, isNumber: true),
        Column(title: "USED BY", minimum: 7, priority: 7, isNumber: true),
      ],
      report.images.map {
        [
          $0.tags.isEmpty ? $0.id : $0.tags.joined(separator: ", "), Quantity.bytes($0.sizeBytes),
          "\($0.usedBy)",
        ]
      })
  }

  private func volumes(_ report: StatusReport) -> String {
    table(
      "VOLUMES",
      [
        Column(title: "NAME", minimum: 16, priority: 9), Column(title: "DRIVER", minimum: 5, priority: 5),
        Column(title: "USED BY", minimum: 10, priority: 8),
      ],
      report.volumes.map { [$0.name, $0.driver, $0.usedBy.joined(separator: ", ")] })
  }

  private func networks(_ report: StatusReport) -> String {
    table(
      "NETWORKS",
      [
        Column(title: "NAME", minimum: 16, priority: 9), Column(title: "DRIVER", minimum: 6, priority: 5),
        Column(title: "SUBNETS", minimum: 13, priority: 6),
        Column(title: "USED BY", minimum: 10, priority: 8),
      ],
      report.networks.map {
        [$0.name, $0.driver, $0.subnets.joined(separator: ", "), $0.usedBy.joined(separator: ", ")]
      })
  }

  private func table(_ title: String, _ columns: [Column], _ rows: [[String]]) -> String {
    let cells = ([columns.map(\.title)] + rows).map { $0.map { PrintableText.shown($0) } }
    let widths = columns.indices.map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    let places = placements(columns, widths)
    let lines = cells.map { row in
      var line = places.map { place in
        let text = TextWidth.truncated(row[place.index], to: place.width)
        let blanks = String(repeating: " ", count: place.width - TextWidth.columns(of: text))
        return columns[place.index].isNumber ? blanks + text : text + blanks
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    return "\n\(title) \(rows.count)\n" + lines.map { $0 + "\n" }.joined()
  }

  /// Where the columns stand: as wide as their texts where there is room, else as the terminal allows.
  private func placements(_ columns: [Column], _ widths: [Int]) -> [(index: Int, width: Int)] {
    let total = widths.reduce(0, +) + 2 * (columns.count - 1)
    guard let room = self.columns, total > room else {
      return widths.enumerated().map { ($0.offset, $0.element) }
    }
    let measures = zip(columns, widths).map { column, width in
      TableColumn(
        title: column.title, minimum: min(column.minimum, width), ideal: width, maximum: width,
        priority: column.priority)
    }
    return TableLayout(measures, total: room, gap: 2).placements.map { ($0.index, $0.width) }
  }
}
