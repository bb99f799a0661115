import EngineModel

/// The form that makes a volume.
enum VolumeForm {
  static func form(on engine: EngineID) -> Form<VolumeAction> {
    var form = Form(
      "New volume", VolumeAction.create(on: engine),
      [
        .init("Name", placeholder: "shop-data", history: "volume name"), .init("Driver", "local"),
        .list("Options", placeholder: "type=nfs", history: "volume option", check: TypedText.pair),
        .list("Labels", placeholder: "team=shop", history: "label", check: TypedText.pair),
      ])
    form.verb = "create"
    form.staysUntilDone = true
    return form
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
  private static func name(_ text: String, on engine: EngineState) throws(TypedProblem) -> String {
    let isLetter: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard text.count >= 2 else { throw TypedProblem("a name needs at least two characters") }
    guard let first = text.first, isLetter(first) else {
      throw TypedProblem("a name starts with a letter or digit")
    }
    guard text.allSatisfy({ isLetter($0) || "_.-".contains($0) }) else {
      throw TypedProblem("a name may contain only letters, digits, _ . and -")
    }
    guard engine.facts.volumes[VolumeName(text)] == nil else {
      throw TypedProblem("there is a volume \(text) already")
    }
    return text
  }
}
