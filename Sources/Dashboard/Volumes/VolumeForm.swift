import EngineModel

/// The forms of volumes.
enum VolumeForm {
  static func form(on engine: EngineID) -> Form<VolumeAction> {
    var form = Form("New volume", VolumeAction.create(on: engine), fields())
    form.verb = "create"
    form.staysUntilDone = true
    return form
  }

  private static func fields(
    name: String = "", driver: String = "local", options: [String] = [], labels: [String] = []
  ) -> [FormField] {
    [
      .init("Name", name, placeholder: "shop-data", history: "volume name"), .init("Driver", driver),
      .list("Options", options, placeholder: "type=nfs", history: "volume option", check: TypedText.pair),
      .list("Labels", labels, placeholder: "team=shop", history: "label", check: TypedText.pair),
    ]
  }

  /// Where what is in the volume under the cursor is to be written; nil where none is.
  static func exporting(_ state: SharedState) -> Form<VolumeAction>? {
    guard let row = state.panes[.volumes].selection, let volume = state.carriedSelection else { return nil }
    let path = PathText.joined(state.setup.workingDirectory, "\(volume.volume.short).tar")
    var form = Form(
      "Export what is in \(volume.volume.short)\(beingWritten(row, state))",
      VolumeAction.export(volume, on: row.engine), [.init("File", path, completion: .files)])
    form.verb = "export"
    form.about = [row]
    return form
  }

  /// The archive, and the volume that it goes into.
  static func importing(_ state: SharedState) -> Form<VolumeAction> {
    let row = state.panes[.volumes].selection
    let engine = row.map { state.engine(of: $0) } ?? state.currentEngine
    var form = Form(
      "Import an archive into a volume", VolumeAction.importFiles(on: engine.id),
      [
        .init("Archive", placeholder: "a tar, compressed or not", completion: .files),
        .init(
          "Volume", row?.name ?? "", placeholder: "one that is there, or a new one",
          completion: .words(engine.facts.volumes.keys.map(\.rawValue).sorted())),
      ])
    form.verb = "import"
    return form
  }

  /// What a copy of the volume under the cursor is to be; nil where none is. It is nobody's before it is used: labels of
  /// Compose are left out. Options can lead to one and the same place, as those of NFS do: those are left out as well.
  static func cloning(_ state: SharedState) -> Form<VolumeAction>? {
    guard let row = state.panes[.volumes].selection, let carried = state.carriedSelection else { return nil }
    let engine = state.engine(of: row)
    guard let volume = engine.facts.volumes[carried.volume] else { return nil }
    let labels = volume.labels.filter { !$0.key.hasPrefix("com.docker.") }
    let options = volume.options["device"] == nil ? volume.options : [:]
    let lines = { (pairs: [String: String]) in pairs.map { "\($0.key)=\($0.value)" }.sorted() }
    var form = Form(
      "Clone \(volume.name.short)\(beingWritten(row, state))", VolumeAction.clone(carried, on: row.engine),
      fields(
        name: freeName(volume.name.short, on: engine), driver: volume.driver, options: lines(options),
        labels: lines(labels)))
    form.verb = "clone"
    form.about = [row]
    return form
  }

  private static func freeName(_ name: String, on engine: EngineState) -> String {
    let first = "\(name)-copy"
    let further = (2...).lazy.map { "\(first)-\($0)" }
    return engine.facts.volumes[VolumeName(first)] == nil
      ? first : further.first { engine.facts.volumes[VolumeName($0)] == nil } ?? first
  }

  /// A word where what is read can change meanwhile.
  private static func beingWritten(_ row: RowID, _ state: SharedState) -> String {
    let running = VolumeRow.users(row, state.engine(of: row)).filter { $0.state == .running }
    return running.isEmpty ? "" : " (\(running[0].name) runs and may write to it)"
  }

  /// What was typed, checked as far as it can be without asking the engine.
  static func definition(_ texts: [String], on engine: EngineState) throws(TypedProblem) -> VolumeDefinition {
    let typed = texts.map(\.trimmed) + Array(repeating: "", count: max(0, 4 - texts.count))
    var volume = VolumeDefinition(name: try name(typed[0], on: engine))
    if !typed[1].isEmpty { volume.driver = typed[1] }
    volume.options = try TypedText.pairs(typed[2])
    volume.labels = try TypedText.pairs(typed[3])
    return volume
  }

  /// The engine's rule for names is `[a-zA-Z0-9][a-zA-Z0-9_.-]+` (moby `volume/names`).
  static func check(_ text: String) throws(TypedProblem) {
    let isLetter: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard text.count >= 2 else { throw TypedProblem("a name needs at least two characters") }
    guard let first = text.first, isLetter(first) else {
      throw TypedProblem("a name starts with a letter or digit")
    }
    guard text.allSatisfy({ isLetter($0) || "_.-".contains($0) }) else {
      throw TypedProblem("a name may contain only letters, digits, _ . and -")
    }
  }

  private static func name(_ text: String, on engine: EngineState) throws(TypedProblem) -> String {
    try check(text)
    guard engine.facts.volumes[VolumeName(text)] == nil else {
      throw TypedProblem("there is a volume \(text) already")
    }
    return text
  }
}
