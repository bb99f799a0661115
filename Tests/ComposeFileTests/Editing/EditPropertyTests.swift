import ComposeFile
import ComposeGenerators
import TestSupport
import Testing
import YAMLDocument

/// Any edit on any file: everything outside of the touched node stays, and the meaning changes by exactly the edit.
@Suite struct EditPropertyTests {
  private static let filesPerRun = 400

  /// Values of all kinds that an edit may put in.
  private static let values: [ComposeNode.Content] = [
    .text("nginx:1.28"), .text("two words"), .text("5"), .text("yes"), .text("a: b # c"), .text("line\nline"),
    .text(""),
    .integer(7), .bool(false), .null, .number(2.5), .list([]), .map(ComposeMap()),
    .list([.text("a"), ComposeNode(.integer(1))]),
    .map(ComposeMap([("k", .text("v")), ("l", ComposeNode(.list([.text("m")])))])),
  ]

  @Test(arguments: 0..<5)
  func everythingElseStays(run: Int) throws {
    var (made, refused) = (0, 0)
    for seed in 0..<Self.filesPerRun {
      var dice = Dice(seed: UInt64(run * Self.filesPerRun + seed) &* 977)
      let text = GeneratedFile(seed: dice.next()).text
      let places = try places(in: text)
      for _ in 0..<4 {
        guard let place = places.randomElement(using: &dice) else { continue }
        if try check(edit(of: place, &dice), at: place, in: text) { made += 1 } else { refused += 1 }
      }
    }
    // Many files have anchors, and parts of those are not changed: yet most edits have to be made.
    #expect(made > 3 * refused, "\(made) made, \(refused) refused")
  }

  /// A place of a file with the bytes that belong to it.
  private struct Place {
    var path: [ComposePath.Step]
    var node: YAMLNode
    /// The bytes from the start of its key or dash line to the end of its last line.
    var lines: Range<Int>
    var isKey: Bool
    /// Where the line of the parent's key starts, if this is the only thing in it: what is left is `{}` or `[]` there.
    var onlyIn: Int?
  }

  private enum Kind {
    case set
    case remove
    case add
    case rename
  }

  private func edit(of place: Place, _ dice: inout Dice) -> (Kind, ComposeEdit) {
    let path = ComposePath(place.path)
    let chance = dice.number(0...9)
    if chance < 2 { return (.remove, .remove(path)) }
    if chance == 2, place.isKey { return (.rename, .rename(path, "renamed")) }
    if chance < 6, place.node.kind == .sequence {
      return (.add, .set(ComposePath(place.path + [.end]), dice.pick(Self.values)))
    }
    if chance < 6, place.node.kind == .mapping || place.node.scalar?.isNull == true {
      return (.add, .set(ComposePath(place.path + [.key("added")]), dice.pick(Self.values)))
    }
    return (.set, .set(path, dice.pick(Self.values)))
  }

  /// Whether the edit was made; records an issue where the promise is broken.
  private func check(_ edit: (kind: Kind, edit: ComposeEdit), at place: Place, in text: String) throws -> Bool
  {
    let before = try ComposeText(text)
    let after: ComposeText
    do {
      after = try before.applying(edit.edit)
    } catch {
      #expect(
        error.reason.contains("anchor") || error.reason.contains("merge key"),
        "\(edit.edit): \(error)\n\(text)")
      return false
    }
    let (old, new) = (Array(text.utf8), Array(after.text.utf8))
    let touched = touched(edit.kind, place, before: before, after: after)
    let head = old[..<touched.lowerBound]
    let tail = old[touched.upperBound...]
    let isKept =
      new.count >= head.count + tail.count && new.starts(with: head)
      && new.suffix(tail.count).elementsEqual(tail)
    #expect(isKept, "\(edit.edit)\n--- before\n\(text)\n--- after\n\(after.text)")
    return true
  }

  /// The bytes that an edit may change.
  private func touched(_ kind: Kind, _ place: Place, before: ComposeText, after: ComposeText) -> Range<Int> {
    let node = place.node
    switch kind {
    case .set where before.text == after.text: return 0..<0
    case .set
    where node.kind == .scalar && isInline(node)
      && after.value(at: ComposePath(place.path))?.isCollection == false:
      return node.range
    case .add where node.kind != .alias && !node.isFlow && node.kind != .scalar:
      return place.lines.upperBound..<place.lines.upperBound
    case .set, .add: return place.lines
    case .rename: return place.lines
    case .remove:
      if let start = place.onlyIn { return start..<place.lines.upperBound }
      return lineBreaksAround(place.lines, in: Array(before.text.utf8))
    }
  }

  private func isInline(_ node: YAMLNode) -> Bool {
    guard let style = node.scalar?.style else { return false }
    return style != .literal && style != .folded
  }

  private func lineBreaksAround(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    if range.upperBound == bytes.count, !range.isEmpty {
      while range.lowerBound > 0, [0x0A, 0x0D].contains(bytes[range.lowerBound - 1]) {
        range = (range.lowerBound - 1)..<range.upperBound
      }
    } else {
      while range.upperBound < bytes.count, [0x0A, 0x0D].contains(bytes[range.upperBound]) {
        range = range.lowerBound..<(range.upperBound + 1)
      }
    }
    // The next key moves to the dash of a list whose first key goes.
    var next = range.upperBound
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return range.lowerBound..<next
  }

  private func places(in text: String) throws -> [Place] {
    let tree = try YAMLTree(parsing: text)
    let layout = YAMLLayout(tree)
    var found: [Place] = []
    var open: [(YAMLNode, [ComposePath.Step], Int)] = tree.root.map { [($0, [], 0)] } ?? []
    while let (node, path, start) = open.popLast() {
      guard node.kind != .alias else { continue }
      for entry in node.entries ?? [] {
        guard let key = entry.key.scalar?.text, key != "<<" else { continue }
        let lines =
          layout.lineStart(
            of: entry.key.range.lowerBound)..<max(
            layout.lineEnd(of: entry.key.range.upperBound),
            layout.lineEnd(of: layout.contentEnd(of: entry.value)))
        let only = node.entries?.count == 1 ? start : nil
        found.append(
          Place(path: path + [.key(key)], node: entry.value, lines: lines, isKey: true, onlyIn: only))
        open.append((entry.value, path + [.key(key)], lines.lowerBound))
      }
      for (at, element) in (node.elements ?? []).enumerated() {
        let lines =
          layout.lineStart(of: element.range.lowerBound)..<layout.lineEnd(of: layout.contentEnd(of: element))
        let only = node.elements?.count == 1 ? start : nil
        found.append(
          Place(path: path + [.index(at)], node: element, lines: lines, isKey: false, onlyIn: only))
        open.append((element, path + [.index(at)], lines.lowerBound))
      }
    }
    return found
  }
}

extension ComposeNode {
  fileprivate var isCollection: Bool { map.map { !$0.isEmpty } ?? list.map { !$0.isEmpty } ?? false }
}
