import EngineModel

/// What can be done with volumes.
enum VolumeCommands {
  static let all: [Command<NoState, NoAction>] = [
    Command(
      "volume.measure", "Measure volumes",
      doc: "Asks the engine for the size of each volume; this can take a while.",
      in: .panes([.volumes]), hint: "sizes",
      unavailable: { $1.currentEngine.connection.isLive ? nil : "the engine is not answering" },
      run: { _, state in
        state.engines.ids.map { .effect(.engine($0, .measureVolumes)) }
          + [.notice(Notice(.information, "measuring the volumes …"))]
      }),
    Command(
      "volume.remove", "Remove volume", doc: "Removes the volumes and all data in them.",
      in: .panes([.volumes]), danger: .destroys, hint: "remove",
      unavailable: { $1.panes[.volumes].targets.isEmpty ? "nothing selected" : nil },
      run: { [.show(.confirmation(removal(of: $1.panes[.volumes].targets, $1)))] }),
  ]

  private static func removal(of rows: [RowID], _ state: SharedState) -> Confirmation<NoAction> {
    let inUse = rows.count { !VolumeRow.users($0, state.engine(of: $0)).isEmpty }
    return Confirmation(
      title:
        "Remove \(Counted.text(rows.count, "volume")) and all data in \(rows.count == 1 ? "it" : "them")?",
      targets: rows.map(\.name),
      warning: inUse == 0
        ? nil : "\(Counted.text(inUse, "volume")) used by containers: the engine will refuse",
      yes: .calls(on: rows) { .removeVolume(VolumeName($0.name), force: false) })
  }
}
