import EngineModel
import ImageLayers
import TerminalUI

/// The Contents tab in words.
enum ContentsText {
  /// What is said of an image that is not read, or is being read.
  static func unread(
    _ contents: ContentsState, _ place: ImagePlace, _ state: SharedState, columns: Int
  ) -> [StyledText] {
    let engine = state.engines[place.engine]
    let size = engine.facts.images[place.image]?.size ?? 0
    var rows: [StyledText] = []
    func add(_ text: String, _ role: Role) {
      rows += WrappedText.rows(StyledText(text, Style(role)), columns: columns)
    }
    if contents.wantedReading(state) == place {
      let progress = engine.contents.progress.flatMap { $0.image == place.image ? $0 : nil }
      let (bytes, files) = (progress?.bytes ?? 0, progress?.files ?? 0)
      add(
        "reading: \(Quantity.bytes(bytes)) of about \(Quantity.bytes(size)), \(Counted.text(files, "file"))",
        .text)
      let fraction = size == 0 ? 0 : min(1, Double(bytes) / Double(size))
      rows.append(ShareBar.text(fraction, columns: min(columns, 60), state.glyphs))
      return rows
    }
    if let trouble = engine.contents.troubles[place.image] {
      add(trouble.description, .error)
      rows.append("")
    }
    add("The files of this image are not read yet.", .text)
    add(
      "For that the engine sends all of it, about \(Quantity.bytes(size)); nothing of it is kept but names "
        + "and sizes. enter begins.", .muted)
    if let other = contents.asked {
      add("Another image is being read, which would end: \(other.image.short)", .warning)
    }
    return rows
  }

  /// What stands above the rows: what is looked at and what it wastes, what is missing, and the folder.
  static func head(
    _ contents: ContentsState, _ place: ImagePlace, _ image: ReadImage, _ state: SharedState,
    columns: Int
  ) -> [StyledText] {
    let stand = contents.stand(place)
    let whole = image.contents
    var first: StyledText
    if case .layer(let number) = stand.scope, whole.layers.indices.contains(number), !stand.showsWaste {
      let layer = whole.layers[number]
      first = StyledText("layer \(number + 1) of \(whole.layers.count)", Style(.title))
      first.append("  \(Quantity.bytes(layer.size))", Style(.text))
      if layer.wasted > 0 { first.append(", \(Quantity.bytes(layer.wasted)) of it wasted", Style(.warning)) }
      first.append("  \(StepText.short(layer.instruction))", Style(.syntaxString))
    } else {
      first = wholeText(whole, showsWaste: stand.showsWaste, columns: columns)
    }
    let missing = shortfalls(image).map { StyledText($0, Style(.warning)) }
    let counted =
      stand.showsWaste
      ? "\(Counted.text(whole.wastingPaths, "path"))\(further(whole)), the worst first"
      : "\(Counted.text(contents.rows.count, "entry", plural: "entries")), by \(contents.order.rawValue)"
    let path = stand.showsWaste ? "" : (contents.tree?.path(stand.folder).text ?? "/") + "  "
    return [first] + missing + [StyledText(path, Style(.title)) + StyledText(counted, Style(.muted))]
  }

  private static func wholeText(_ image: ImageContents, showsWaste: Bool, columns: Int) -> StyledText {
    let style = Style(image.wasted == 0 ? .muted : .warning)
    let (size, wasted, share) = (
      Quantity.bytes(image.size), Quantity.bytes(image.wasted), percent(image.efficiency)
    )
    guard columns >= 64 else {
      return StyledText(showsWaste ? "wasted" : "whole", Style(.title)) + StyledText("  \(size)")
        + StyledText("  \(wasted) wasted, \(share)", style)
    }
    return StyledText(showsWaste ? "wasted" : "whole image", Style(.title))
      + StyledText("  \(Counted.text(image.layers.count, "layer"))  \(size)")
      + StyledText("  \(wasted) wasted, \(share) efficient", style)
  }

  private static func further(_ image: ImageContents) -> String {
    image.worst.count < image.wastingPaths ? ", \(Quantity.count(image.worst.count)) shown" : ""
  }

  /// All that is missing, a row each.
  static func shortfalls(_ image: ReadImage) -> [String] {
    var rows = [image.shortfall].compactMap(\.self)
    let contents = image.contents
    if contents.leftOut > 0 {
      rows.append(
        "\(Counted.text(contents.leftOut, "file")) more than can be kept: the figures are too small")
    }
    if contents.impossible > 0 {
      rows.append("\(Counted.text(contents.impossible, "name")) left out that no image can have")
    }
    let troubled = contents.layers.enumerated().filter { $0.element.trouble != nil }
    if let first = troubled.first {
      let more = troubled.count > 1 ? ", and \(troubled.count - 1) more" : ""
      rows.append("layer \(first.offset + 1) not read: \(first.element.trouble ?? "")\(more)")
    }
    return rows
  }

  /// A share as people read it; all of it only where nothing is missing.
  static func percent(_ share: Double) -> String {
    share >= 1 ? "100%" : Quantity.number(min(99.9, max(0, share * 100)), digits: 1, limit: 1_000) + "%"
  }

  static func emptyNote(_ contents: ContentsState, _ place: ImagePlace, _ state: SharedState) -> String {
    if state.details.search.isActive { return "nothing matches" }
    if contents.stand(place).showsWaste { return "no later layer writes over a file or removes one" }
    return contents.stand(place).scope == .whole ? "empty folder" : "this layer has no files"
  }
}

// MARK: Rows

extension ContentsText {
  /// Something in a folder.
  static func row(
    _ row: ContentsRow, of whole: UInt64, columns: Int, _ state: SharedState
  ) -> StyledText {
    let isGone = row.mark == .removed
    var text =
      mark(row.mark) + StyledText(Pad.start(Quantity.bytes(row.size), 6), Style(isGone ? .muted : .text))
    if columns >= 56 {
      let size = isGone ? 0 : row.size
      text = text + " " + ShareBar.inList(size, of: whole, columns: columns >= 76 ? 10 : 6, state.glyphs)
    }
    if columns >= 36 {
      text.append(Pad.start(row.layer.map { "\($0 + 1)" } ?? "", 4), Style(.muted))
    }
    if columns >= 76 {
      let entry = FileEntry(name: [], kind: row.kind, permissions: row.permissions ?? 0)
      text.append("  " + (row.permissions == nil ? Pad.end("", 10) : entry.modeText), Style(.muted))
    }
    text.append("  " + row.title + suffix(row), Style(isGone ? .muted : role(row)))
    if let link = row.link { text.append(" -> " + String(decoding: link, as: UTF8.self), Style(.muted)) }
    if let same = row.sameAs { text.append(" = " + same.text, Style(.muted)) }
    return text
  }

  /// A path whose bytes nobody can see.
  static func row(
    _ path: ImageContents.WastedPath, of whole: UInt64, columns: Int, _ state: SharedState
  ) -> StyledText {
    var text = mark(path.isRemoved ? .removed : .changed)
    text.append(Pad.start(Quantity.bytes(path.bytes), 6))
    if columns >= 76 { text = text + " " + ShareBar.inList(path.bytes, of: whole, columns: 10, state.glyphs) }
    let what = path.isRemoved ? "removed in" : "again in"
    text.append(
      columns >= 56 ? "  \(Pad.end("\(what) \(path.layer + 1)", 14))" : Pad.start("\(path.layer + 1)", 4),
      Style(.muted))
    return text + StyledText("  " + path.path.text)
  }

  /// A letter for what was done, as `docker diff` has them.
  private static func mark(_ mark: ContentsMark?) -> StyledText {
    switch mark {
    case .added?: StyledText("A ", Style(.success))
    case .changed?: StyledText("C ", Style(.warning))
    case .removed?: StyledText("D ", Style(.error))
    case nil: "  "
    }
  }

  private static func suffix(_ row: ContentsRow) -> String {
    switch row.kind {
    case .folder: "/"
    case .pipe: "|"
    case .socket: "="
    case .file: (row.permissions ?? 0) & 0o111 == 0 ? "" : "*"
    case .link, .characterDevice, .blockDevice, .other: ""
    }
  }

  private static func role(_ row: ContentsRow) -> Role {
    switch row.kind {
    case .folder: .accent
    case .link: .syntaxString
    case .characterDevice, .blockDevice, .pipe, .socket, .other: .syntaxKeyword
    case .file: (row.permissions ?? 0) & 0o111 == 0 ? .text : .success
    }
  }
}
