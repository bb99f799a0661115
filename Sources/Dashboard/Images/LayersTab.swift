import EngineModel
import ImageLayers
import TerminalUI

extension Tab {
  /// The steps of an image's making.
  static let layers = Tab.document("history", "Layers") { document, columns, state in
    LayersText.rows(document, columns: columns, state)
  }
}

/// The Layers tab of an image: what made each layer, its size and its share of the whole, newest first; and what it
/// wastes, where the files of the image were read.
enum LayersText {
  static func rows(_ document: ResourceDocument, columns: Int, _ state: SharedState) -> [StyledText] {
    guard case .image(_, let history) = document else { return [] }
    guard !history.isEmpty else {
      return [StyledText("the engine has no history of this image", Style(.muted))]
    }
    let total = history.reduce(UInt64(0)) { $0.addingReportingOverflow($1.size).partialValue }
    let read = state.contentsPlace.flatMap { state.engines[$0.engine].contents.image($0.image) }?.contents
    let layers = read.map { layersOfSteps($0, steps: history.count) } ?? [:]
    var rows = [head(history, total, read)]
    if columns >= 40 { rows.append(columnTitles(columns, showsWaste: read != nil)) }
    for (index, entry) in history.enumerated() {
      rows.append(row(entry, of: total, layers[index], showsWaste: read != nil, columns: columns, state))
    }
    return rows
  }

  /// The layers by the step that made them, from 0 for the newest; none where the history is another one than that
  /// which the archive has.
  private static func layersOfSteps(
    _ image: ImageContents, steps: Int
  ) -> [Int: (number: Int, layer: ImageContents.Layer)] {
    var layers: [Int: (number: Int, layer: ImageContents.Layer)] = [:]
    for (number, layer) in image.layers.enumerated() {
      guard let step = layer.step, step < steps else { continue }
      layers[steps - 1 - step] = (number + 1, layer)
    }
    return layers
  }

  private static func head(
    _ history: [ImageHistoryEntry], _ total: UInt64, _ read: ImageContents?
  ) -> StyledText {
    var text = StyledText(Quantity.bytes(total), Style(.title))
    let made = history.count { $0.size > 0 }
    text.append("  \(Counted.text(history.count, "step")), \(made) with files", Style(.muted))
    guard let read else { return text }
    text.append(
      "  \(Quantity.bytes(read.wasted)) wasted, \(ContentsText.percent(read.efficiency)) efficient",
      Style(read.wasted == 0 ? .muted : .warning))
    return text
  }

  private static func columnTitles(_ columns: Int, showsWaste: Bool) -> StyledText {
    var text = Pad.start("SIZE", 7) + "  " + Pad.end("SHARE", barColumns(columns)) + "  "
    if showsWaste { text += Pad.start("WASTED", 7) + "  " }
    if columns >= 60 { text += Pad.end("CREATED", 12) }
    return StyledText(text + "STEP", Style(.muted))
  }

  private static func barColumns(_ columns: Int) -> Int { columns >= 76 ? 12 : 6 }

  private static func row(
    _ entry: ImageHistoryEntry, of total: UInt64, _ layer: (number: Int, layer: ImageContents.Layer)?,
    showsWaste: Bool, columns: Int, _ state: SharedState
  ) -> StyledText {
    var row = StyledText(
      Pad.start(Quantity.bytes(entry.size), 7), Style(entry.size > 0 ? .text : .muted))
    if columns >= 40 {
      row = row + "  " + ShareBar.inList(entry.size, of: total, columns: barColumns(columns), state.glyphs)
    }
    if showsWaste, columns >= 40 {
      let wasted = layer.map { Quantity.bytes($0.layer.wasted) } ?? ""
      row.append("  " + Pad.start(wasted, 7), Style((layer?.layer.wasted ?? 0) > 0 ? .warning : .muted))
    }
    row.append("  ")
    if columns >= 60 {
      row.append("\(entry.created.dateText(zoneSeconds: state.setup.utcOffset))  ", Style(.muted))
    }
    if let layer { row.append("\(layer.number) ", Style(.muted)) }
    row.append(StepText.instruction(entry.createdBy), Style(.syntaxString))
    if !entry.comment.isEmpty, entry.createdBy.isEmpty { row.append(entry.comment, Style(.muted)) }
    return row
  }
}
