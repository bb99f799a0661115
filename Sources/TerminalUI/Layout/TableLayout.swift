/// How wide a table's column may be and how much it matters.
public struct TableColumn: Sendable, Hashable {
  /// The side at which a column's texts stand.
  public enum Alignment: Sendable, Hashable {
    case leading, trailing
  }

  /// The heading.
  public var title: String
  /// Columns below which the column is left out rather than drawn.
  public var minimum: Int
  /// Columns that it takes when there is room for all.
  public var ideal: Int
  /// Columns that it never exceeds; only a flexible column gets more than `ideal`.
  public var maximum: Int
  /// When the table is too narrow, the column with the lowest priority goes first.
  public var priority: Int
  /// Where the texts stand in it.
  public var alignment: Alignment
  /// Whether it takes room that is left over.
  public var isFlexible: Bool

  /// A column; `ideal` is raised to `minimum` and `maximum` to `ideal`.
  public init(
    title: String, minimum: Int, ideal: Int, maximum: Int = .max, priority: Int = 0,
    alignment: Alignment = .leading, isFlexible: Bool = false
  ) {
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal)
    self.maximum = max(self.ideal, maximum)
    self.priority = priority
    self.alignment = alignment
    self.isFlexible = isFlexible
  }
}

/// Where a table's columns stand in a row of some width.
public struct TableLayout: Sendable, Hashable {
  /// The place of one column that is shown.
  public struct Placement: Sendable, Hashable {
    /// The column's index in the table's list.
    public var index: Int
    /// Columns from the left edge of the row.
    public var offset: Int
    /// Columns that it takes.
    public var width: Int
  }

  /// The columns that are shown, from left to right.
  public let placements: [Placement]
  /// The width of every column of the table, zero for those left out.
  public let widths: [Int]

  /// Fits `columns` into `total` columns with `gap` blanks between two.
  public init(_ columns: [TableColumn], total: Int, gap: Int = 1) {
    let kept = Self.kept(columns, total: total, gap: gap)
    var widths = Array(repeating: 0, count: columns.count)
    for index in kept { widths[index] = min(columns[index].minimum, max(0, total)) }
    var rest = total - kept.reduce(0) { $0 + widths[$1] } - gap * max(0, kept.count - 1)
    let byPriority = kept.sorted { (columns[$0].priority, $1) > (columns[$1].priority, $0) }
    for index in byPriority {
      let growth = min(max(0, rest), columns[index].ideal - widths[index])
      widths[index] += max(0, growth)
      rest -= max(0, growth)
    }
    Self.stretch(kept.filter { columns[$0].isFlexible }, columns, rest: rest, &widths)
    self.widths = widths
    placements = Self.place(kept, widths, gap: gap)
  }

  private static func kept(_ columns: [TableColumn], total: Int, gap: Int) -> [Int] {
    var kept = Array(columns.indices)
    func needed() -> Int { kept.reduce(0) { $0 + columns[$1].minimum } + gap * (kept.count - 1) }
    while kept.count > 1, needed() > total {
      let lowest = kept.map { columns[$0].priority }.min() ?? 0
      if let last = kept.lastIndex(where: { columns[$0].priority == lowest }) { kept.remove(at: last) }
    }
    return total > 0 ? kept : []
  }

  /// Gives `rest` to the flexible columns in equal parts, as far as each may grow.
  private static func stretch(
    _ flexible: [Int], _ columns: [TableColumn], rest: Int, _ widths: inout [Int]
  ) {
    var rest = rest
    var open = flexible.filter { widths[$0] < columns[$0].maximum }
    while rest > 0, !open.isEmpty {
      let share = max(1, rest / open.count)
      for index in open where rest > 0 {
        let growth = min(share, rest, columns[index].maximum - widths[index])
        widths[index] += growth
        rest -= growth
      }
      open = open.filter { widths[$0] < columns[$0].maximum }
    }
  }

  private static func place(_ kept: [Int], _ widths: [Int], gap: Int) -> [Placement] {
    var offset = 0
    return kept.map { index in
      defer { offset += widths[index] + gap }
      return Placement(index: index, offset: offset, width: widths[index])
    }
  }
}
