import EngineModel

/// What can be done with images.
enum ImageCommands {
  static let all: [Command<NoState, ImageAction>] = [
    Command(
      "image.pull", "Pull images",
      doc: "Gets images from their registries, with the credentials that the docker command keeps.",
      in: .panes([.images]), danger: .changes, hint: "pull",
      run: { _, state in
        let row = state.panes[.images].selection
        let form = ImageForm.pull(row?.imageTag ?? "", on: row?.engine ?? state.currentEngine.id)
        return [.effect(.findLogins), .show(.form(form))]
      }),
    Command(
      "image.new", "New image", doc: "Pulls an image, loads images from a file, or imports one.",
      in: .panes([.images]), danger: .changes, run: { _, state in [.show(.menu(newMenu(state)))] }),
    Command(
      "image.push", "Push images", doc: "Brings the images to their registries; asks first.",
      in: .panes([.images]), danger: .changes, hint: "push", unavailable: { tagRefusal($1) },
      run: { [.effect(.findLogins), .show(.confirmation(pushing($1.panes[.images].targets, $1)))] }),
    Command(
      "image.check", "Ask for newer",
      doc: "Asks the registries of the images whether they have newer ones under their tags.",
      in: .panes([.images]), hint: "newer?",
      unavailable: { $1.panes[.images].targets.isEmpty ? "nothing selected" : nil },
      run: { ImageFreshness.ask($1.panes[.images].targets, $1) }),
    Command(
      "image.check-all", "Ask for newer of all",
      doc: "Asks the registries of all images in the list whether they have newer ones under their tags.",
      in: .panes([.images]),
      unavailable: { $1.panes[.images].rows.isEmpty ? "no images" : nil },
      run: { ImageFreshness.ask($1.panes[.images].rows, $1) }),
    Command(
      "image.tag", "Tag image", doc: "Gives the image one more name.", in: .panes([.images]),
      danger: .changes, hint: "tag",
      unavailable: { $1.panes[.images].selection == nil ? "nothing selected" : nil },
      run: { _, state in
        guard let row = state.panes[.images].selection else { return [] }
        return [.show(.form(ImageForm.tag(state.title(of: row), on: row.engine)))]
      }),
    Command(
      "image.save", "Save images", doc: "Writes the images to a file, as `docker save` does.",
      in: .panes([.images]), danger: .changes, hint: "save",
      unavailable: { $1.panes[.images].targets.isEmpty ? "nothing selected" : nil },
      run: { _, state in
        let rows = state.panes[.images].targets
        guard let engine = rows.first?.engine else { return [] }
        let names = rows.filter { $0.engine == engine }.map(state.title(of:))
        return [.show(.form(ImageForm.save(names, folder: state.setup.workingDirectory, on: engine)))]
      }),
    Command(
      "image.load", "Load images", doc: "Takes in the images of a file, as `docker load` does.",
      in: .panes([.images]), danger: .changes,
      run: { [.show(.form(ImageForm.load(on: $1.currentEngine.id)))] }),
    Command(
      "image.import", "Import image", doc: "Makes an image of an archive of files, as `docker import` does.",
      in: .panes([.images]), danger: .changes,
      run: { [.show(.form(ImageForm.importFiles(on: $1.currentEngine.id)))] }),
    Command(
      "image.remove", "Remove or untag image",
      doc:
        "Takes the tag off an image that has others, else removes the image; says which, and offers force.",
      in: .panes([.images]), danger: .destroys,
      hint: { _, state in ImageRemovals(state.panes[.images].targets, state).hint },
      unavailable: { $1.panes[.images].targets.isEmpty ? "nothing selected" : nil },
      run: { [.show(.confirmation(ImageRemovals($1.panes[.images].targets, $1).question))] }),
  ]

  private static func newMenu(_ state: SharedState) -> Menu<ImageAction> {
    Menu(
      title: "New image",
      entries: [
        .init(title: "pull from a registry", choice: .command("image.pull")),
        .init(title: "load from a file (docker save)", choice: .command("image.load")),
        .init(title: "import files (docker export)", choice: .command("image.import")),
      ])
  }

  private static func tagRefusal(_ state: SharedState) -> String? {
    let rows = state.panes[.images].targets
    if rows.isEmpty { return "nothing selected" }
    return rows.contains { $0.imageTag == nil } ? "only an image with a name can be pushed" : nil
  }

  private static func pushing(_ rows: [RowID], _ state: SharedState) -> Confirmation<ImageAction> {
    let names = rows.compactMap(\.imageTag)
    let hosts = Set(names.map { ImageName($0).registry }).sorted().joined(separator: ", ")
    let engines = rows.map(\.engine).reduce(into: [EngineID]()) { if !$0.contains($1) { $0.append($1) } }
    var question = Confirmation<ImageAction>(
      title: "Push \(Counted.text(names.count, "image")) to \(hosts)?", targets: names,
      warning: "others get it from there; a tag that is there already points to it then", isGentle: true,
      about: rows,
      yes: .several(
        engines.map { engine in
          let own = rows.filter { $0.engine == engine }.compactMap(\.imageTag)
          return .begin(.transfers(own.map { .pushImage(reference: $0) }), on: engine)
        }))
    question.registriesOf = names
    return question
  }
}

extension ImageCommands {
  /// Does what was typed.
  static func update(
    _ action: ImageAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<ImageAction>] {
    let typed = reply.texts.map(\.trimmed) + ["", ""]
    switch action {
    case .pull(let engine):
      guard let names = try? ImageForm.references(typed[0]) else { return [] }
      let platform = typed[1].isEmpty ? nil : typed[1]
      let pulls = names.map { Transfer.pullImage(reference: $0, platform: platform) }
      return [.begin(.transfers(pulls), on: engine)]
    case .tag(let image, let engine):
      return [.begin(.calls([.tagImage(reference: image, as: typed[0])]), on: engine)]
    case .save(let names, let engine):
      return [.begin(.transfers([.saveImages(names, to: TargetFile(typed[0]))]), on: engine)]
    case .load(let engine): return [.begin(.transfers([.loadImages(from: typed[0])]), on: engine)]
    case .importFiles(let engine):
      return [.begin(.transfers([.importImage(from: typed[0], reference: typed[1])]), on: engine)]
    }
  }

  /// Why what was typed cannot be taken; nil when it can.
  static func problem(_ action: ImageAction, _ reply: UserReply, _ state: SharedState) -> String? {
    let typed = reply.texts.map(\.trimmed) + ["", ""]
    do throws(TypedProblem) {
      switch action {
      case .pull(let engine):
        _ = try ImageForm.references(typed[0])
        return state.changeRefusal(on: engine)
      case .tag(_, let engine):
        try ImageForm.check(typed[0])
        return state.changeRefusal(on: engine)
      case .save(_, let engine), .load(let engine):
        return typed[0].isEmpty ? "type the path of a file" : state.changeRefusal(on: engine)
      case .importFiles(let engine):
        if !typed[1].isEmpty { try ImageForm.check(typed[1]) }
        return typed[0].isEmpty ? "type the path of a file" : state.changeRefusal(on: engine)
      }
    } catch {
      return error.text
    }
  }
}
