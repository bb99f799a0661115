import EngineModel
import TerminalUI

extension Tab {
  /// Who is in a network, under which names and addresses, and how many addresses are left.
  static let addresses = Tab(
    id: "addresses", title: "Addresses", reads: .document,
    document: { row, engine in
      NetworkRow.network(row, engine).map { .members($0.id) }
    },
    opens: { row, state in
      let engine = state.engine(of: row)
      return AddressesText.above(row, engine).map { _ in nil }
        + NetworkRow.users(row, engine).map { .container($0.id, on: row.engine) }
        + AddressesText.below(row, engine).map { _ in nil }
    },
    content: .text { row, columns, state in
      DetailContent(AddressesText.rows(row, columns: columns, state))
    })
}

/// The Addresses tab: the ranges, then a row for each container.
enum AddressesText {
  static func rows(_ row: RowID, columns: Int, _ state: SharedState) -> [StyledText] {
    let engine = state.engine(of: row)
    return above(row, engine) + containers(row, columns: columns, engine, state.glyphs) + below(row, engine)
  }

  /// The ranges, and the titles of the rows below.
  static func above(_ row: RowID, _ engine: EngineState) -> [StyledText] {
    guard let network = NetworkRow.network(row, engine) else { return [] }
    var rows: [StyledText] = []
    for use in NetworkPools.uses(network, engine) { rows += pool(use) }
    if let first = network.gateways.first {
      let all = network.gateways.dropFirst().reduce(first) { "\($0), \($1)" }
      rows.append(line("gateway", StyledText(all)))
    }
    let kinds = [
      network.isInternal ? "internal: no way out" : nil, network.isAttachable ? "attachable" : nil,
      network.scope == "local"
        ? nil : "scope \(network.scope): containers of other nodes are not listed here",
    ].compactMap(\.self)
    if !kinds.isEmpty { rows.append(line("kind", StyledText(kinds.joined(separator: ", ")))) }
    if rows.isEmpty { rows.append(StyledText("no addresses of its own", Style(.muted))) }
    rows.append("")
    if NetworkRow.users(row, engine).isEmpty {
      rows.append(StyledText("no container is on it", Style(.muted)))
    }
    return rows
  }

  private static func line(_ label: String, _ text: StyledText) -> StyledText {
    StyledText(Pad.end(label, 9), Style(.muted)) + text
  }

  /// `subnet   172.18.0.0/16` and `free     65,530 of 65,536, next 172.18.0.5 172.18.0.6`.
  private static func pool(_ use: PoolUse) -> [StyledText] {
    var rows = [line("subnet", StyledText(use.subnet.description))]
    if use.range != use.subnet { rows.append(line("range", StyledText(use.range.description))) }
    let taken = "\(Quantity.count(use.taken)) taken"
    let next = use.next.map(\.description).joined(separator: " ")
    switch use.free {
    case 0?: rows.append(line("free", StyledText("none, \(taken)", Style(.warning))))
    case let free?:
      let count = Int(exactly: free).map { Quantity.count($0) } ?? String(free)
      rows.append(line("free", StyledText("\(count), \(taken)")))
      rows.append(line("next", StyledText(next)))
    case nil:
      let bits = use.range.first.bits - use.range.prefix
      rows.append(line("free", StyledText("of 2^\(bits) addresses \(taken)")))
      rows.append(line("next", StyledText(next)))
    }
    return rows
  }

  /// What is said below the rows; empty for nothing.
  static func below(_ row: RowID, _ engine: EngineState) -> [StyledText] {
    let loaded = engine.documents[.members(NetworkID(row.name))]
    var rows: [StyledText] = []
    if let trouble = loaded?.trouble { rows.append(StyledText(trouble.summary, Style(.error))) }
    if case .members(let read)? = loaded?.document, read.unasked > 0 {
      let text = "the aliases of \(Counted.text(read.unasked, "container")) were not read: there are too many"
      rows.append(StyledText(text, Style(.muted)))
    }
    return rows.isEmpty ? [] : [""] + rows
  }

  private static func containers(
    _ row: RowID, columns: Int, _ engine: EngineState, _ glyphs: GlyphSet
  ) -> [StyledText] {
    guard let network = NetworkRow.network(row, engine) else { return [] }
    let read = NetworkPools.members(of: network.id, engine)
    let members = Dictionary(read.map { ($0.container, $0) }, uniquingKeysWith: { first, _ in first })
    let users = NetworkRow.users(row, engine)
    let lines = users.map { cells($0, members[$0.id], network) }
    let widths = (0..<3).map { column in lines.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    // Where there is little room the hardware address goes: it is in the document too.
    let hasRoom = columns >= widths.reduce(12, +) + 12
    return zip(users, lines).map { container, cells in
      var text = StateBadge.bullet(of: container, glyphs) + StyledText(" " + Pad.end(cells[0], widths[0] + 2))
      text.append(Pad.end(cells[1], widths[1] + 2))
      if hasRoom { text.append(Pad.end(cells[2], widths[2] + 2), Style(.muted)) }
      text.append(cells[3], Style(.muted))
      return text
    }
  }

  /// Name, addresses, hardware address, aliases.
  private static func cells(
    _ container: ContainerSummary, _ member: NetworkMember?, _ network: NetworkSummary
  ) -> [String] {
    let listed = container.place(in: network)?.ipAddress ?? ""
    let addresses = member?.addresses.map(\.description) ?? (listed.isEmpty ? [] : [listed])
    let name = container.name
    return [
      name, addresses.isEmpty ? container.state.word : addresses.joined(separator: " "), member?.mac ?? "",
      (member?.aliases ?? []).filter { $0 != name }.joined(separator: " "),
    ]
  }
}
