import EngineModel

/// What is asked of the user about volumes, and answered with texts.
enum VolumeAction: Sendable, Equatable {
  /// The definition is typed.
  case create(on: EngineID)
  /// The path of the archive is typed.
  case export(CarriedVolume, on: EngineID)
  /// The paths of an archive and the name of a volume are typed.
  case importFiles(on: EngineID)
  /// The definition of the copy is typed.
  case clone(CarriedVolume, on: EngineID)
}

/// What can be done with volumes.
enum VolumeCommands {
  static let all: [Command<NoState, VolumeAction>] = [
    Command(
      "volume.new", "New volume", doc: "Creates a volume from what you type.", in: .panes([.volumes]),
      danger: .changes, hint: "new",
      run: { _, state in [.show(.form(VolumeForm.form(on: state.currentEngine.id)))] }),
    Command(
      "volume.export", "Export volume",
      doc: "Writes all that is in the volume to an archive; a container is made for it that never runs.",
      in: .panes([.volumes]), danger: .changes, hint: "export", unavailable: { $1.carryingRefusal },
      run: { VolumeForm.exporting($1).map { [.show(.form($0))] } ?? [] }),
    Command(
      "volume.import", "Import into volume",
      doc:
        "Puts what is in an archive into a volume, a new one too; a container is made for it that never runs.",
      in: .panes([.volumes]), danger: .changes,
      unavailable: { $1.currentEngine.facts.images.isEmpty ? $1.noCarrier : nil },
      run: { [.show(.form(VolumeForm.importing($1)))] }),
    Command(
      "volume.clone", "Clone volume",
      doc: "Makes a volume with the same in it; a container is made for it that never runs.",
      in: .panes([.volumes]), danger: .changes, hint: "clone", unavailable: { $1.carryingRefusal },
      run: { VolumeForm.cloning($1).map { [.show(.form($0))] } ?? [] }),
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
    let path = reply.text.trimmed
    switch action {
    case .create(let engine):
      guard let volume = try? VolumeForm.definition(reply.texts, on: state.engines[engine]) else { return [] }
      return [.begin(.calls([.createVolume(volume)]), on: engine)]
    case .export(let volume, let engine):
      return [.begin(.transfers([.exportVolume(volume, to: TargetFile(path))]), on: engine)]
    case .importFiles(let engine):
      return importing(from: path, into: reply.texts.last ?? "", on: engine, state)
    case .clone(let volume, let engine):
      guard let copy = try? VolumeForm.definition(reply.texts, on: state.engines[engine]) else { return [] }
      return [.begin(.transfers([.cloneVolume(volume, as: copy)]), on: engine)]
    }
  }

  /// Into a new volume at once; into one that is there after a question.
  private static func importing(
    from path: String, into name: String, on engine: EngineID, _ state: SharedState
  ) -> [Outcome<VolumeAction>] {
    let name = VolumeName(name.trimmed)
    guard let volume = CarriedVolume(name, on: state.engines[engine]) else { return [] }
    let begin = Outcome<VolumeAction>.begin(.transfers([.importVolume(from: path, volume)]), on: engine)
    guard state.engines[engine].facts.volumes[name] != nil else { return [begin] }
    let running = VolumeRow.users(of: name, state.engines[engine]).filter { $0.state == .running }
    let use = running.isEmpty ? "" : "; \(Counted.text(running.count, "running container")) may be using them"
    return [
      .show(
        .confirmation(
          Confirmation(
            title: "Import into \(name.short), which is there already?", targets: [path],
            warning: "files of the same names are replaced, the others stay\(use)",
            about: [.volume(name, on: engine)], yes: begin)))
    ]
  }

  /// Why what was typed cannot be taken; nil when it can.
  static func problem(_ action: VolumeAction, _ reply: UserReply, _ state: SharedState) -> String? {
    do throws(TypedProblem) {
      switch action {
      case .create(let engine), .clone(_, let engine):
        _ = try VolumeForm.definition(reply.texts, on: state.engines[engine])
        return state.changeRefusal(on: engine)
      case .importFiles(let engine):
        guard !reply.text.trimmed.isEmpty else { return "type the path of an archive" }
        let name = (reply.texts.last ?? "").trimmed
        if state.engines[engine].facts.volumes[VolumeName(name)] == nil { try VolumeForm.check(name) }
        return state.changeRefusal(on: engine)
      case .export(_, let engine):
        return reply.text.trimmed.isEmpty ? "type the path of a file" : state.changeRefusal(on: engine)
      }
    } catch {
      return error.text
    }
  }
}

extension SharedState {
  /// The volume under the cursor, with an image to reach it through; nil where there is none.
  var carriedSelection: CarriedVolume? {
    guard let row = panes[.volumes].selection else { return nil }
    return CarriedVolume(VolumeName(row.name), on: engine(of: row))
  }

  fileprivate var noCarrier: String { "there is no image that a container could be made from: pull one" }

  /// Why the volume under the cursor cannot be reached; nil when it can.
  fileprivate var carryingRefusal: String? {
    if panes[.volumes].selection == nil { return "nothing selected" }
    return carriedSelection == nil ? noCarrier : nil
  }
}
