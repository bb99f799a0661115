import EngineModel
import Preferences
import TerminalUI

extension ContainersPane {
  /// The id of the column of restarts, which have to be asked for.
  static let restarts = "restarts"

  /// The columns of containers; the first ones stand in the side pane too.
  static let containerColumns: [Column] = [
    Column(
      id: "state", title: "", minimum: 1, ideal: 1, priority: 100, inSidePane: true,
      cell: { row, state in state.container(row).map { StateBadge.bullet(of: $0, state.glyphs) } ?? "" },
      sortKey: { row, state in .number(state.container(row).map { StateBadge.rank($0.state) } ?? 99) }),
    Column(
      id: "name", title: "NAME", minimum: 12, wideMinimum: 24, ideal: 28, priority: 99, isFlexible: true,
      inSidePane: true,
      cell: { row, state in state.container(row).map { StyledText($0.name) } ?? "" },
      sortKey: { row, state in .text(state.container(row)?.name ?? "") }),
    Column(
      id: "status", title: "STATUS", minimum: 10, ideal: 10, priority: 90, inSidePane: true,
      cell: { row, state in state.container(row).map { StateBadge.word(of: $0, state.engine(of: row)) } ?? ""
      },
      sortKey: { row, state in .text(state.container(row).map { $0.state.word + $0.health.word } ?? "") }),
    Column(
      id: "cpu", title: "CPU", minimum: 5, ideal: 5, priority: 80, alignment: .trailing, inSidePane: true,
      sortsDescending: true, followsStats: true,
      cell: { row, state in StatsCells.cpu(row, state) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.cpu) } ?? -1) }),
    Column(
      id: "trend", title: "TREND", minimum: 8, ideal: 10, priority: 30, overlong: .losesStart,
      cell: { row, state in StatsCells.trend(row, state, columns: 10) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.cpu) } ?? -1) }),
    Column(
      id: "memory", title: "MEM", minimum: 5, ideal: 6, priority: 79, alignment: .trailing,
      sortsDescending: true, followsStats: true,
      cell: { row, state in StatsCells.memory(row, state) },
      sortKey: { row, state in .number(StatsCells.point(row, state)?.memory.map { Double($0) } ?? -1) }),
    Column(
      id: "net", title: "NET RX/TX", minimum: 13, ideal: 15, priority: 20, alignment: .trailing,
      sortsDescending: true, followsStats: true,
      cell: { row, state in StatsCells.network(row, state) },
      sortKey: { row, state in
        .number(StatsCells.point(row, state).map { Double(($0.received ?? 0) + ($0.sent ?? 0)) } ?? -1)
      }),
    Column(
      id: "block", title: "BLOCK R/W", minimum: 13, ideal: 15, priority: 15, alignment: .trailing,
      sortsDescending: true, followsStats: true,
      cell: { row, state in StatsCells.block(row, state) },
      sortKey: { row, state in
        .number(StatsCells.point(row, state).map { Double(($0.read ?? 0) + ($0.written ?? 0)) } ?? -1)
      }),
    Column(
      id: "pids", title: "PIDS", minimum: 4, ideal: 5, priority: 14, alignment: .trailing,
      sortsDescending: true, followsStats: true,
      cell: { row, state in StatsCells.pids(row, state) },
      sortKey: { row, state in .number(StatsCells.sample(row, state)?.pids.map { Double($0) } ?? -1) }),
    Column(
      id: "image", title: "IMAGE", minimum: 12, ideal: 24, priority: 60, isFlexible: true,
      overlong: .losesPath,
      cell: { row, state in state.container(row).map { StyledText($0.shownImage, Style(.muted)) } ?? "" },
      sortKey: { row, state in .text(state.container(row)?.image ?? "") }),
    Column(
      id: "ports", title: "PORTS", minimum: 10, ideal: 18, priority: 50, isFlexible: true,
      overlong: .losesWords,
      cell: { row, state in state.container(row).map { StyledText($0.shownPorts) } ?? "" },
      sortKey: { row, state in .text(state.container(row)?.shownPorts ?? "") }),
    Column(
      id: "up", title: "AGE", minimum: 4, ideal: 4, priority: 55, alignment: .trailing,
      cell: { row, state in
        state.container(row).map { StyledText(ContainerAge.text($0, now: state.now), Style(.muted)) } ?? ""
      },
      sortKey: { row, state in
        .number(state.container(row).map { Quantity.statusSeconds($0.status) } ?? 0)
      }),
    Column(
      id: "project", title: "STACK", minimum: 8, ideal: 12, priority: 40,
      cell: { row, state in StyledText(state.container(row)?.shownStack ?? "", Style(.muted)) },
      sortKey: { row, state in .text(state.container(row)?.shownStack ?? "~") }),
    Column(
      id: "health", title: "HEALTH", minimum: 9, ideal: 9, priority: 48, isExtra: true,
      cell: { row, state in
        guard let health = state.container(row)?.health, health != .none else { return "" }
        return StyledText(health.word, Style(health == .unhealthy ? .unhealthy : .text))
      },
      sortKey: { row, state in
        .text(state.container(row).map { $0.health == .none ? "~" : $0.health.word } ?? "~")
      }),
    Column(
      id: "exit", title: "EXIT", minimum: 8, ideal: 16, priority: 47, isFlexible: true, isExtra: true,
      note: "how it ended",
      cell: { row, state in
        guard let container = state.container(row), !container.isAlive, let code = container.exitCode else {
          return ""
        }
        let word = container.oomKilled ? "out of memory" : ExitCode.meaning(of: code)
        return StyledText(
          word.map { "\(code), \($0)" } ?? String(code), Style(code == 0 ? .muted : .failed))
      },
      sortKey: { row, state in .number(state.container(row)?.exitCode.map { Double($0) } ?? -1) }),
    Column(
      id: restarts, title: "RESTARTS", minimum: 8, ideal: 8, priority: 46, alignment: .trailing,
      sortsDescending: true, followsStats: true, isExtra: true, note: "by the restart policy, in all",
      cell: { row, state in
        guard let id = row.containerID, let count = state.engine(of: row).restarts[id] else { return "" }
        return StyledText(Quantity.shortCount(count), Style(count == 0 ? .muted : .warning))
      },
      sortKey: { row, state in
        .number(row.containerID.flatMap { state.engine(of: row).restarts[$0] }.map { Double($0) } ?? -1)
      }),
    Column(
      id: "limit", title: "MEM/LIMIT", minimum: 16, ideal: 16, priority: 45, alignment: .trailing,
      sortsDescending: true, followsStats: true, isExtra: true, note: "memory, its limit, and the share",
      cell: { row, state in StatsCells.memoryOfLimit(row, state) },
      sortKey: { row, state in .number(StatsCells.sample(row, state)?.memoryShare ?? -1) }),
    Column(
      id: "created", title: "CREATED", minimum: 10, ideal: 10, priority: 35, sortsDescending: true,
      isExtra: true,
      cell: { row, state in
        state.container(row).map {
          StyledText($0.created.dateText(zoneSeconds: state.setup.utcOffset), Style(.muted))
        } ?? ""
      },
      sortKey: { row, state in .number(state.container(row).map { Double($0.created.seconds) } ?? 0) }),
    Column(
      id: "networks", title: "NETWORKS", minimum: 8, ideal: 20, priority: 34, isFlexible: true,
      overlong: .losesWords, isExtra: true,
      cell: { row, state in
        StyledText(state.container(row)?.networks.map(\.name).joined(separator: " ") ?? "", Style(.muted))
      },
      sortKey: { row, state in .text(state.container(row)?.networks.first?.name ?? "~") }),
    Column(
      id: "addresses", title: "ADDRESSES", minimum: 15, ideal: 15, priority: 33, isFlexible: true,
      overlong: .losesWords, isExtra: true,
      cell: { row, state in
        StyledText(
          state.container(row)?.networks.map(\.ipAddress).filter { !$0.isEmpty }.joined(separator: " ") ?? "",
          Style(.muted))
      },
      sortKey: { row, state in .text(state.container(row)?.networks.first?.ipAddress ?? "~") }),
    Column(
      id: "mounts", title: "MOUNTS", minimum: 8, ideal: 24, priority: 32, isFlexible: true,
      overlong: .losesWords, isExtra: true,
      cell: { row, state in
        StyledText(
          state.container(row)?.mounts.map { $0.name?.short ?? $0.source }.joined(separator: " ") ?? "",
          Style(.muted))
      },
      sortKey: { row, state in .number(Double(state.container(row)?.mounts.count ?? 0)) }),
    Column(
      id: "id", title: "ID", minimum: 12, ideal: 12, priority: 31, isExtra: true,
      cell: { row, state in state.container(row).map { StyledText($0.id.short, Style(.muted)) } ?? "" },
      sortKey: { row, _ in .text(row.name) }),
  ]

  /// The labels that the settings name: what nobody has asked for is not shown, but who names one wants to see it.
  static func columns(named settings: Settings) -> [Column] {
    settings.containers.labels.map { name in
      let value: @Sendable (RowID, SharedState) -> String = { row, state in
        let value = state.container(row)?.labels[name] ?? ""
        return value.isEmpty ? "" : state.setup.settings.secrets.rules.masked(name: name, value: value)
      }
      let title = name.split(separator: ".").last.map(String.init) ?? name
      return Column(
        id: "label:\(name)", title: title.uppercased(), minimum: max(6, min(12, title.count)), ideal: 14,
        priority: 44, isFlexible: true, note: "label \(name)",
        cell: { row, state in StyledText(value(row, state), Style(.muted)) },
        sortKey: { row, state in .text(state.container(row)?.labels[name] ?? "~") })
    }
  }
}
