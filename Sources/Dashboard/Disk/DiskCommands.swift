import EngineModel

/// What can be done about what takes the disk.
enum DiskCommands {
  static let all: [Command<NoState, NoAction>] = [
    Command(
      "disk.measure", "Measure the disk",
      doc: "Asks the engine what takes the disk; on a big engine this takes a while.",
      in: .panes([.disk]), hint: "measure",
      unavailable: { _, state in
        state.currentEngine.disk.isMeasuring
          ? "it is being measured"
          : state.currentEngine.connection.isLive ? nil : "the engine is not answering"
      },
      run: { _, state in state.engines.ids.map { .effect(.engine($0, .measureDisk)) } }),
    Command(
      "disk.prune", "Prune this kind",
      doc: "Removes what is unused of the kind under the cursor, the build cache too, after listing it.",
      in: .panes([.disk]), danger: .destroys, hint: "prune",
      unavailable: { $1.panes[.disk].selection?.groupOnDisk == nil ? "nothing selected" : nil },
      run: { _, state in
        guard let row = state.panes[.disk].selection, let group = row.groupOnDisk else { return [] }
        return Pruning.ask(about: group.pane, on: state.engine(of: row))
      }),
    Command(
      "disk.fold", "Fold or unfold", doc: "Folds or unfolds a kind of what takes the disk.",
      in: .panes([.disk]), hint: "fold",
      unavailable: { $1.panes[.disk].selection?.groupOnDisk == nil ? "nothing selected" : nil },
      run: { _, state in
        guard let row = state.panes[.disk].selection, let group = row.groupOnDisk else { return [] }
        return [.view(.fold(.diskGroup(group, on: row.engine), in: .disk))]
      }),
  ]
}
