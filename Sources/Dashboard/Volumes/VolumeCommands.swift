import EngineModel

/// What is asked of the user about volumes, and answered with texts.
enum VolumeAction: Sendable, Equatable {
  /// The definition is typed.
  case create(on: EngineID)
}

/// What can be done with volumes.
enum VolumeCommands {
  static let all: [Command<NoState, VolumeAction>] = [
    Command(
      "volume.new", "New volume", doc: "Creates a volume from what you type.", in: .panes([.volumes]),
      danger: .changes, hint: "new",
      run: { _, state in [.show(.form(VolumeForm.form(on: state.currentEngine.id)))] }),
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

  private static func removal(of rows: [RowID], _ state: SharedState) -> Confirmation<VolumeAction> {
    let inUse = rows.count { !VolumeRow.users($0, state.engine(of: $0)).isEmpty }
    return Confirmation(
      title:
        "Remove \(Counted.text(rows.count, "volume")) and all data in \(rows.count == 1 ? "it" : "them")?",
      targets: rows.map(\.name),
      warning: inUse == 0
        ? nil : "\(Counted.text(inUse, "volume")) used by containers: the engine will refuse",
      about: rows, yes: .calls(on: rows) { .removeVolume(VolumeName($0.name), force: false) })
  }

  /// Does what was typed.
  static func update(
    _ action: VolumeAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<VolumeAction>] {
    guard case .create(let engine) = action,
      let volume = try? VolumeForm.definition(reply.texts, on: state.engines[engine])
    else { return [] }
    return [.begin(.calls([.createVolume(volume)]), on: engine)]
  }

  /// Why what was typed cannot be taken; nil when it can.
  static func problem(_ action: VolumeAction, _ reply: UserReply, _ state: SharedState) -> String? {
    guard case .create(let engine) = action else { return nil }
    do throws(TypedProblem) {
      _ = try VolumeForm.definition(reply.texts, on: state.engines[engine])
      return state.changeRefusal(on: engine)
    } catch {
      return error.text
    }
  }
}
