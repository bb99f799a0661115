import Dashboard
import PrintableText
import TerminalUI

/// The report as text.
enum DiskText {
  static func text(_ report: DiskReport) -> String {
    var rows = [["TYPE", "COUNT", "IN USE", "SIZE", "RECLAIMABLE"]]
    rows += report.shares.map { share in
      [
        share.kind, "\(share.count)", "\(share.active)", Quantity.bytes(share.sizeBytes),
        reclaimable(share.reclaimableBytes, of: share.sizeBytes),
      ]
    }
    let (size, free) = (
      report.shares.reduce(0) { $0 &+ $1.sizeBytes }, report.shares.reduce(0) { $0 &+ $1.reclaimableBytes }
    )
    rows.append(["total", "", "", Quantity.bytes(size), reclaimable(free, of: size)])
    var text = table(rows)
    guard !report.volumes.isEmpty else { return text }
    text += "\nVOLUMES \(report.volumes.count)\n"
    let volumes = report.volumes.map { volume in
      [PrintableText.shown(volume.name), Quantity.bytes(volume.sizeBytes), volume.isUsed ? "" : "unused"]
    }
    return text + table(volumes)
  }

  private static func reclaimable(_ bytes: UInt64, of all: UInt64) -> String {
    guard bytes > 0, all > 0 else { return Quantity.bytes(bytes) }
    return "\(Quantity.bytes(bytes)) (\(Int((Double(bytes) / Double(all) * 100).rounded()))%)"
  }

  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = row.enumerated().map { index, cell in
        let blanks = String(repeating: " ", count: widths[index] - TextWidth.columns(of: cell))
        // Numbers stand under each other's end, but for the last column, which is read from its start.
        return index > 0 && index < row.count - 1 ? blanks + cell : cell + blanks
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
