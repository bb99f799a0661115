import Dashboard

/// The report as text.
enum DiskText {
  private typealias Column = TextTable.Column

  static func text(_ report: DiskReport) -> String {
    var rows = report.shares.map { share in
      [
        share.kind, "\(share.count)", "\(share.active)", Quantity.bytes(share.sizeBytes),
        reclaimable(share.reclaimableBytes, of: share.sizeBytes),
      ]
    }
    let (size, free) = (
      report.shares.reduce(0) { $0 &+ $1.sizeBytes }, report.shares.reduce(0) { $0 &+ $1.reclaimableBytes }
    )
    rows.append(["total", "", "", Quantity.bytes(size), reclaimable(free, of: size)])
    let columns = [
      Column(title: "TYPE"), Column(title: "COUNT", isNumber: true), Column(title: "IN USE", isNumber: true),
      Column(title: "SIZE", isNumber: true), Column(title: "RECLAIMABLE"),
    ]
    let text = TextTable(columns: columns, rows: rows).text()
    guard !report.volumes.isEmpty else { return text }
    let volumes = report.volumes.map { volume in
      [volume.name, Quantity.bytes(volume.sizeBytes), volume.isUsed ? "" : "unused"]
    }
    return text + "\nVOLUMES \(report.volumes.count)\n"
      + TextTable(columns: [Column(), Column(isNumber: true), Column()], rows: volumes).text()
  }

  private static func reclaimable(_ bytes: UInt64, of all: UInt64) -> String {
    guard bytes > 0, all > 0 else { return Quantity.bytes(bytes) }
    return "\(Quantity.bytes(bytes)) (\(Int((Double(bytes) / Double(all) * 100).rounded()))%)"
  }
}
