import EngineModel
import ImageLayers
import TerminalUI

/// What the Contents tab can be told.
enum ContentsAction: Sendable, Equatable {
  case open, up, toggleWaste, turnOrder, read, stop
  case show(ContentsTree.Scope)
}

/// What can be done with the files of an image.
enum ContentsCommands {
  static let all: [Command<ContentsState, ContentsAction>] = [
    command("contents.open", "Open", "Opens the folder under the cursor; reads what is not read yet.", .open)
    {
      contents, _ in contents.tree == nil ? "read" : "open"
    },
    command("contents.up", "Up a folder", "Goes to the folder above.", .up, unavailable: upRefusal) { _, _ in
      "up"
    },
    Command(
      "contents.choose", "Choose layer", doc: "Shows the whole image, or what one layer has done.",
      in: .contents, hint: "layer", unavailable: needsContents,
      run: { contents, state in [.show(.menu(layerMenu(contents, state)))] }),
    stepCommand("contents.next-layer", "Next layer", "Shows what the next layer has done.", 1),
    stepCommand("contents.previous-layer", "Previous layer", "Shows what the layer before has done.", -1),
    command(
      "contents.waste", "Wasted bytes",
      "Lists the paths whose bytes nobody can see, as later layers write over them or remove them.",
      .toggleWaste, unavailable: needsContents
    ) { _, _ in "wasted" },
    command("contents.order", "Sort files", "Orders by size or by name.", .turnOrder) { _, _ in "sort" },
    command(
      "contents.read", "Read contents",
      "Reads all files of the image from the engine: as many bytes as it has, none of which are kept.", .read,
      unavailable: readRefusal
    ) { _, _ in nil },
    command(
      "contents.stop", "Stop reading", "Ends the reading of the image.", .stop,
      unavailable: stopRefusal
    ) { contents, _ in contents.asked == nil ? nil : "stop" },
    Command(
      "contents.copy-path", "Copy path", doc: "Copies the path of what is under the cursor.", in: .contents,
      unavailable: { $0.path($1) == nil ? "nothing under the cursor" : nil },
      run: { contents, state in
        guard let path = contents.path(state)?.text else { return [] }
        return [.effect(.copy(path)), .notice(Notice(.information, "copied the path"))]
      }),
  ]

  private static func command(
    _ id: String, _ title: String, _ doc: String, _ action: ContentsAction,
    unavailable: @escaping @Sendable (ContentsState, SharedState) -> String? = { _, state in
      state.contentsPlace == nil ? "no image here" : nil
    },
    hint: @escaping @Sendable (ContentsState, SharedState) -> String?
  ) -> Command<ContentsState, ContentsAction> {
    Command(
      id, title, doc: doc, in: .contents, hint: hint, unavailable: unavailable,
      run: { _, _ in [.send(action)] })
  }

  private static func stepCommand(
    _ id: String, _ title: String, _ doc: String, _ step: Int
  ) -> Command<ContentsState, ContentsAction> {
    Command(
      id, title, doc: doc, in: .contents, unavailable: needsContents,
      run: { contents, state in
        guard let place = state.contentsPlace,
          let image = state.engines[place.engine].contents.image(place.image)
        else { return [] }
        // The whole image stands before the oldest layer and behind the newest.
        let count = image.contents.layers.count + 1
        let now = if case .layer(let number) = contents.stand(place).scope { number + 1 } else { 0 }
        let next = (now + step + count) % count
        return [.send(.show(next == 0 ? .whole : .layer(next - 1)))]
      })
  }

  @Sendable private static func needsContents(_ contents: ContentsState, _ state: SharedState) -> String? {
    contents.tree == nil ? "the image is not read yet" : nil
  }

  @Sendable private static func readRefusal(_ contents: ContentsState, _ state: SharedState) -> String? {
    guard let place = state.contentsPlace else { return "no image here" }
    return contents.wantedReading(state) == place ? "it is being read" : nil
  }

  @Sendable private static func stopRefusal(_ contents: ContentsState, _ state: SharedState) -> String? {
    contents.asked == nil ? "nothing is being read" : nil
  }

  @Sendable private static func upRefusal(_ contents: ContentsState, _ state: SharedState) -> String? {
    guard let place = state.contentsPlace else { return "no image here" }
    let stand = contents.stand(place)
    return stand.showsWaste || stand.folder != .root ? nil : "this is the topmost folder"
  }

  private static func layerMenu(_ contents: ContentsState, _ state: SharedState) -> Menu<ContentsAction> {
    guard let place = state.contentsPlace,
      let image = state.engines[place.engine].contents.image(place.image)?.contents
    else { return Menu(title: "Layers", entries: []) }
    let layers = image.layers.enumerated().map { number, layer in
      Menu<ContentsAction>.Entry(
        title:
          "\(Pad.start("\(number + 1)", 3)) \(Pad.start(Quantity.bytes(layer.size), 7))  "
          + StepText.short(layer.instruction),
        choice: .send(.show(.layer(number))))
    }
    let now = if case .layer(let number) = contents.stand(place).scope { number + 1 } else { 0 }
    return Menu(
      title: "Layers, oldest first",
      entries: [
        .init(
          title: "    \(Pad.start(Quantity.bytes(image.size), 7))  whole image", choice: .send(.show(.whole)))
      ] + layers,
      selected: now)
  }
}

extension ContentsState {
  /// The path under the cursor; nil for none.
  func path(_ state: SharedState) -> ContainerPath? {
    guard let place = state.contentsPlace, rows.count > 0 else { return nil }
    switch rows {
    case .files(let rows): return tree?.path(rows[cursor(place)].id)
    case .waste(let paths): return paths[cursor(place)].path
    }
  }

  /// Does what was asked for.
  mutating func update(
    _ action: ContentsAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<ContentsAction>] {
    guard let place = state.contentsPlace else { return [] }
    switch action {
    case .open: return open(place, state)
    case .up:
      goUp(place)
      return [.view(.endSearch)]
    case .toggleWaste:
      toggleWaste(of: place)
      return [.view(.endSearch)]
    case .show(let scope):
      show(scope, of: place)
      leaveWhatIsNotThere(place, state)
      return [.view(.endSearch)]
    case .turnOrder: turnOrder()
    case .read: ask(for: place)
    case .stop: stopReading()
    }
    return []
  }

  private mutating func goUp(_ place: ImagePlace) {
    let stand = stand(place)
    if stand.showsWaste { return toggleWaste(of: place) }
    guard let above = tree?.folder(of: stand.folder) else { return }
    go(to: above, cursor: stand.folder, of: place)
  }

  /// A layer need not have the folder that one stands in: the nearest above that it has is shown.
  private mutating func leaveWhatIsNotThere(_ place: ImagePlace, _ state: SharedState) {
    settle(state)
    while rows.count == 0, let above = tree?.folder(of: stand(place).folder) {
      go(to: above, of: place)
      settle(state)
    }
  }

  private mutating func open(_ place: ImagePlace, _ state: SharedState) -> [Outcome<ContentsAction>] {
    guard let tree else {
      if wantedReading(state) != place { ask(for: place) }
      return []
    }
    guard rows.count > 0 else { return [] }
    switch rows {
    case .waste(let paths):
      let path = paths[cursor(place)].path
      show(.whole, of: place)
      // The same numbers in every tree of an image.
      guard let number = tree.number(of: path), let folder = tree.folder(of: number) else { return [] }
      go(to: folder, cursor: number, of: place)
      return [.view(.endSearch)]
    case .files(let rows):
      let row = rows[cursor(place)]
      guard row.hasContents || row.kind == .folder else {
        return [.notice(Notice(.information, "only what files are called and how large they are is read"))]
      }
      go(to: row.id, of: place)
      return [.view(.endSearch)]
    }
  }
}
