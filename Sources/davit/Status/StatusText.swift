import Dashboard

/// The report as text, a table a resource.
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

  private typealias Column = TextTable.Column

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
    "\n\(title) \(rows.count)\n" + TextTable(columns: columns, rows: rows).text(within: self.columns)
  }
}
