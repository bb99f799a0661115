import EngineModel
import ImageLayers
import TerminalUI
import TextPattern

/// An image on an engine.
struct ImagePlace: Hashable, Sendable {
  let engine: EngineID
  let image: ImageID
}

/// What is looked at in the Contents tab: for each image a folder or a list, and the cursor in it.
struct ContentsState: Sendable, Equatable {
  /// Where one stands in an image.
  struct Stand: Sendable, Equatable {
    var scope = ContentsTree.Scope.whole
    var folder = PathNumber.root
    /// What the cursor is on; nil for the first.
    var cursor: PathNumber?
    var offset = 0
    /// Whether the paths that waste are listed instead of a folder.
    var showsWaste = false
  }

  private var stands: [ImagePlace: Stand] = [:]
  private(set) var order = ContentsTree.Order.size
  /// The image that the user has asked to be read; nil while none is.
  private(set) var asked: ImagePlace?
  /// Counts what was asked for, so that the same image can be read again.
  private(set) var readings = 0
  private(set) var rows = ContentsRows.none
  /// The files of what is looked at; nil where they are not known.
  private(set) var tree: ContentsTree?
  private var source: Source?

  /// What rows are made of.
  private struct Source: Sendable, Equatable {
    let place: ImagePlace
    let scope: ContentsTree.Scope
    let folder: PathNumber
    let showsWaste: Bool
    let order: ContentsTree.Order
    let filter: String
    /// The number of the reading.
    let reading: Int
  }

  /// The tree is made of what its source says.
  static func == (left: ContentsState, right: ContentsState) -> Bool {
    left.source == right.source && left.stands == right.stands && left.order == right.order
      && left.asked == right.asked && left.readings == right.readings && left.rows == right.rows
  }

  /// An image of up to this many bytes is read as soon as its files are looked at.
  static let smallImage: UInt64 = 50 << 20
  private static let mostStands = 64

  /// Where one stands in an image.
  func stand(_ place: ImagePlace) -> Stand { stands[place] ?? Stand() }

  private mutating func set(_ stand: Stand, of place: ImagePlace) {
    if stands[place] == nil, stands.count >= Self.mostStands { stands = [:] }
    stands[place] = stand
  }

  /// Brings the rows up to date with what is known.
  mutating func settle(_ state: SharedState) {
    guard let place = state.contentsPlace else { return }
    let facts = state.engines[place.engine].contents
    guard let image = facts.image(place.image) else {
      (source, tree, rows) = (nil, nil, .none)
      return
    }
    let number = facts.number(of: place.image)
    var stand = stand(place)
    let search = state.details.search
    // What is read again may have other numbers for its paths.
    if let before = source, before.place == place, before.reading != number {
      stand = Stand()
      set(stand, of: place)
    }
    let source = Source(
      place: place, scope: stand.scope, folder: stand.folder, showsWaste: stand.showsWaste, order: order,
      filter: search.text, reading: number)
    guard self.source != source else { return }
    let sameTree = self.source?.place == place && self.source?.reading == number
    if !sameTree || tree?.scope != stand.scope { tree = ContentsTree(image.contents, stand.scope) }
    self.source = source
    rows = stand.showsWaste ? .waste(image.contents.worst) : .files(folderRows(stand))
    guard let pattern = search.pattern else { return }
    let budget = MatchBudget(RowSearch.patience)
    rows = rows.filter { title in
      budget.isSpent || pattern.search(title, within: budget) == .ended(.found)
    }
  }

  private func folderRows(_ stand: Stand) -> [ContentsRow] { tree?.rows(in: stand.folder, by: order) ?? [] }

  /// The row that the cursor is on, in the rows as they are.
  func cursor(_ place: ImagePlace) -> Int {
    let stand = stand(place)
    if case .waste(let paths) = rows { return max(0, min(stand.offset, paths.count - 1)) }
    return rows.index(of: stand.cursor) ?? 0
  }

  /// Moves the cursor.
  mutating func move(_ step: Scroll.Step, page: Int, _ state: SharedState) {
    guard let place = state.contentsPlace, rows.count > 0 else { return }
    let page = max(1, page)
    let now = cursor(place)
    let wanted =
      switch step {
      case .line(let count): now + count
      case .halfPage(let count): now + count * max(1, page / 2)
      case .page(let count): now + count * max(1, page - 1)
      case .start: 0
      case .end: rows.count - 1
      }
    select(max(0, min(wanted, rows.count - 1)), of: place, page: page)
  }

  private mutating func select(_ index: Int, of place: ImagePlace, page: Int) {
    var stand = stand(place)
    switch rows {
    case .files(let rows):
      stand.cursor = rows[index].id
      stand.offset = ListViewport.offset(
        count: rows.count, selected: index, visible: page, previous: stand.offset)
    case .waste: stand.offset = index
    }
    set(stand, of: place)
  }
}

/// The rows of the Contents tab.
enum ContentsRows: Sendable, Equatable {
  case files([ContentsRow])
  case waste([ImageContents.WastedPath])

  static let none = ContentsRows.files([])

  var count: Int {
    switch self {
    case .files(let rows): rows.count
    case .waste(let paths): paths.count
    }
  }

  /// The place of a path; nil where it is none of them.
  func index(of number: PathNumber?) -> Int? {
    guard let number, case .files(let rows) = self else { return nil }
    return rows.firstIndex { $0.id == number }
  }

  /// Those whose name is wanted.
  func filter(_ isWanted: (String) -> Bool) -> ContentsRows {
    switch self {
    case .files(let rows): .files(rows.filter { isWanted($0.title) })
    case .waste(let paths): .waste(paths.filter { isWanted($0.path.text) })
    }
  }
}

// MARK: What is done

extension ContentsState {
  /// Goes into a folder; the cursor is put on `cursor` where that is given.
  mutating func go(to folder: PathNumber, cursor: PathNumber? = nil, of place: ImagePlace) {
    var stand = stand(place)
    (stand.folder, stand.cursor, stand.offset, stand.showsWaste) = (folder, cursor, 0, false)
    set(stand, of: place)
  }

  /// Shows the whole image, or one layer: in the same folder.
  mutating func show(_ scope: ContentsTree.Scope, of place: ImagePlace) {
    var stand = stand(place)
    (stand.scope, stand.offset, stand.showsWaste) = (scope, 0, false)
    set(stand, of: place)
  }

  /// Lists the paths that waste, or the folder again.
  mutating func toggleWaste(of place: ImagePlace) {
    var stand = stand(place)
    stand.showsWaste.toggle()
    stand.offset = 0
    set(stand, of: place)
  }

  /// Orders by something else.
  mutating func turnOrder() { order = order == .size ? .name : .size }

  /// Has an image read.
  mutating func ask(for place: ImagePlace) {
    asked = place
    readings += 1
  }

  /// Nothing that was asked for is read any more.
  mutating func stopReading() { asked = nil }

  /// The reading of an image has ended.
  mutating func readingEnded(of place: ImagePlace) { if asked == place { asked = nil } }

  /// The reading that should be under way; nil for none: what was asked for, else the small image that is looked at.
  func wantedReading(_ state: SharedState) -> ImagePlace? {
    if let asked { return asked }
    guard state.details.tab == .contents, let place = state.contentsPlace else { return nil }
    let engine = state.engines[place.engine]
    guard let image = engine.facts.images[place.image], image.size <= Self.smallImage,
      engine.contents.image(place.image) == nil, engine.contents.troubles[place.image] == nil
    else { return nil }
    return place
  }
}

extension SharedState {
  /// The image whose files can be looked at; nil where none is selected.
  var contentsPlace: ImagePlace? {
    guard let subject = details.subject,
      case .image(let id)? = subject.kind.document(subject, engine(of: subject))
    else { return nil }
    return ImagePlace(engine: subject.engine, image: id)
  }
}
