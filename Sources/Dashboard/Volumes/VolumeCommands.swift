extension CommandRegistry {
  /// What can be done with volumes.
  static let volumeCommands: [Command] = [
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
      })
  ]
}
