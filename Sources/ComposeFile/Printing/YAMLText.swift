extension ComposeMap {
  /// The mapping as YAML in block style, indented by two blanks, in its own order, dollar signs doubled as
  /// `docker compose config` does so that what it prints can be read again.
  public var yaml: String { yaml(doublingDollars: true) }

  /// The mapping as YAML; where dollar signs are not doubled, they start variables for whoever reads it.
  public func yaml(doublingDollars: Bool) -> String {
    var printer = YAMLPrinter(doublesDollars: doublingDollars)
    if isEmpty { return "{}\n" }
    printer.print(self, indent: 0)
    return printer.text
  }

  /// The mapping as YAML below a key, indented by so many blanks; dollar signs are doubled.
  package func yaml(indent: Int) -> String {
    var printer = YAMLPrinter(doublesDollars: true)
    printer.print(self, indent: indent)
    return printer.text
  }
}

/// Writes values as YAML in block style.
struct YAMLPrinter {
  let doublesDollars: Bool
  /// By how many columns mappings inside mappings are indented.
  var mappingStep = 2
  /// By how many columns the dashes of lists inside mappings are indented.
  var listStep = 2
  /// Whether texts of several lines become blocks.
  var writesBlocks = true
  private(set) var text = ""

  init(doublesDollars: Bool, mappingStep: Int = 2, listStep: Int = 2, writesBlocks: Bool = true) {
    self.doublesDollars = doublesDollars
    self.mappingStep = mappingStep
    self.listStep = listStep
    self.writesBlocks = writesBlocks
  }

  /// Any value in lines of its own.
  mutating func print(_ node: ComposeNode, indent: Int) {
    switch node.content {
    case .map(let map) where !map.isEmpty: print(map, indent: indent)
    case .list(let list) where !list.isEmpty: print(list, indent: indent)
    default:
      startLine(indent)
      printScalar(node, indent: indent)
    }
  }

  mutating func print(_ map: ComposeMap, indent: Int) {
    for entry in map.entries {
      startLine(indent)
      text += YAMLScalarText.text(of: entry.key, showingAll: true)
      text += ":"
      printValue(entry.value, indent: indent)
    }
  }

  /// What stands behind a colon, with the end of its line.
  private mutating func printValue(_ node: ComposeNode, indent: Int) {
    switch node.content {
    case .map(let map) where !map.isEmpty:
      text += "\n"
      print(map, indent: indent + mappingStep)
    case .list(let list) where !list.isEmpty:
      text += "\n"
      print(list, indent: indent + listStep)
    default:
      text += " "
      printScalar(node, indent: indent + mappingStep)
    }
  }

  private mutating func print(_ list: [ComposeNode], indent: Int) {
    for element in list {
      startLine(indent)
      text += "-"
      switch element.content {
      case .map(let map) where !map.isEmpty: printInline(map, indent: indent + 2)
      case .list(let list) where !list.isEmpty:
        text += "\n"
        print(list, indent: indent + 2)
      default:
        text += " "
        printScalar(element, indent: indent + 2)
      }
    }
  }

  /// A mapping whose first key stands behind the dash.
  private mutating func printInline(_ map: ComposeMap, indent: Int) {
    var inner = YAMLPrinter(
      doublesDollars: doublesDollars, mappingStep: mappingStep, listStep: listStep, writesBlocks: writesBlocks
    )
    inner.print(map, indent: indent)
    text += " " + inner.text.dropFirst(indent)
  }

  private mutating func printScalar(_ node: ComposeNode, indent: Int) {
    switch node.content {
    case .text(let value):
      let value = doublesDollars ? Self.doubled(value) : value
      text += YAMLScalarText.text(of: value, indent: writesBlocks ? indent : 0, showingAll: true) + "\n"
    case .null: text += "null\n"
    case .map: text += "{}\n"
    case .list: text += "[]\n"
    case .time(let value): text += value + "\n"
    case .number(let value):
      text += (writesBlocks && value.isFinite ? NumberText.json(value) : YAMLScalarText.number(value)) + "\n"
    case .bool, .integer, .unsigned: text += (node.spelled ?? "") + "\n"
    }
  }

  private mutating func startLine(_ indent: Int) {
    text += String(repeating: " ", count: indent)
  }

  private static func doubled(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "$")) else { return value }
    return value.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
  }
}
