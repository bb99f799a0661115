import EngineModel
import TerminalUI

extension Tab {
  /// What is mounted into a container; a volume's row opens it.
  static let mounts = Tab.rows(
    "mounts", "Mounts", reads: .document,
    opens: { row, state in
      MountRows(row, state).mounts.map { mount in
        mount.name.map { .volume($0, on: row.engine) }
      }
    },
    { row, columns, state in MountRows(row, state).rows(columns: columns) })
}

/// The Mounts tab: what stands where, and whether it can be written.
struct MountRows {
  /// A row.
  struct Mount {
    let kind: String
    let source: String
    let destination: String
    let isWritable: Bool
    /// The volume that it is; nil for other kinds.
    var name: VolumeName?
    var note = ""
  }

  private(set) var mounts: [Mount] = []
  private var isKnown = false

  init(_ row: RowID, _ state: SharedState) {
    let engine = state.engine(of: row)
    guard let container = state.container(row) else { return }
    let document = engine.documents[.container(container.id)]?.document
    guard case .container(let details)? = document else {
      mounts = container.mounts.map(Self.mount)
      return
    }
    isKnown = true
    mounts = details.mounts.map(Self.mount)
    let seen = Set(mounts.map(\.destination))
    for member in details.document["HostConfig"]["Tmpfs"].members where !seen.contains(member.key) {
      let options = member.value.string ?? ""
      mounts.append(
        Mount(
          kind: "tmpfs", source: "memory", destination: member.key,
          isWritable: !options.split(separator: ",").contains("ro"), note: options))
    }
    mounts.sort { $0.destination < $1.destination }
  }

  private static func mount(_ mount: MountPoint) -> Mount {
    Mount(
      kind: mount.kind, source: mount.name?.rawValue ?? (mount.source.isEmpty ? "memory" : mount.source),
      destination: mount.destination, isWritable: mount.readWrite, name: mount.name)
  }

  func rows(columns: Int) -> [StyledText] {
    if mounts.isEmpty {
      return [StyledText(isKnown ? "nothing is mounted" : "loading …", Style(.muted))]
    }
    let width = min(columns / 2, mounts.map { TextWidth.columns(of: $0.destination) }.max() ?? 0)
    return mounts.map { mount in
      var text = StyledText(Pad.end(mount.destination, width) + "  ")
      text.append(mount.isWritable ? "rw  " : "ro  ", Style(mount.isWritable ? .muted : .warning))
      text.append(Pad.end(mount.kind, 6) + "  ", Style(.muted))
      text.append(mount.source, Style(mount.name == nil ? .text : .accent))
      if !mount.note.isEmpty { text.append("  \(mount.note)", Style(.muted)) }
      return text
    }
  }
}
