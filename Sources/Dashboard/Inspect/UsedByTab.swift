import EngineModel
import TerminalUI

/// A container that uses something, and how.
struct ResourceUser {
  let container: ContainerSummary
  /// Where it has it: a path, an address; empty where there is nothing to say.
  var note = ""
}

extension Tab {
  /// Which containers use an image, a volume or a network.
  static func usedBy(
    reads: Reading = .nothing, _ users: @escaping @Sendable (RowID, EngineState) -> [ResourceUser]
  ) -> Tab {
    .rows(
      "usedBy", "Used by", reads: reads,
      opens: { row, state in
        users(row, state.engine(of: row)).map { .container($0.container.id, on: row.engine) }
      },
      { row, _, state in
        let engine = state.engine(of: row)
        return UsedByText.rows(users(row, engine), engine, state.glyphs)
      })
  }
}

/// The Used by tab: a row for each container.
enum UsedByText {
  static func rows(_ users: [ResourceUser], _ engine: EngineState, _ glyphs: GlyphSet) -> [StyledText] {
    guard !users.isEmpty else { return [StyledText("not used by any container", Style(.muted))] }
    let names = users.map { TextWidth.columns(of: $0.container.name) }.max() ?? 0
    func padded(_ text: StyledText, _ columns: Int) -> StyledText {
      text + StyledText(String(repeating: " ", count: max(1, columns - text.columns)))
    }
    return users.map { user in
      StateBadge.bullet(of: user.container, glyphs)
        + StyledText(" " + Pad.end(user.container.name, names + 2))
        + padded(StateBadge.word(of: user.container, engine), 12) + StyledText(user.note, Style(.muted))
    }
  }
}
