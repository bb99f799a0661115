extension CommandRegistry {
  /// What can be done with volumes.
  static let volumeCommands: [Command] = [
    Command(
      "volume.measure", "Measure volumes",
      doc: "Asks the engine how much is in each volume; that can take it a while.",
      in: .panes([.volumes]), hint: "sizes",
      unavailable: { $0.connection.isLive ? nil : "the engine does not answer now" },
      run: { state in
        [.measureVolumes] + state.notify(Notice(.information, "measuring the volumes …"))
      }),
    Command(
      "volume.remove", "Remove volume", doc: "Removes the volumes and all that is in them.",
      in: .panes([.volumes]), danger: .destroys, hint: "remove",
      unavailable: { $0.panes[.volumes].targets.isEmpty ? "nothing is selected" : nil },
      run: { state in
        let names = state.panes[.volumes].targets.compactMap { row in
          if case .volume(let name) = row { name } else { nil }
        }
        let used = names.filter { !state.containersUsing(volume: $0).isEmpty }
        state.overlays.append(.confirmation(.removeVolumes(names, inUse: used.count)))
        return []
      }),
  ]
}
