/// A question before something that changes the engine: what it will hit, with choices where there are some.
struct Confirmation<Action: Sendable & Equatable>: Sendable, Equatable {
  /// Something to switch on or off by its key before saying yes.
  struct Choice: Sendable, Equatable {
    let key: Character
    let title: String
    var isOn = false
  }

  /// What is asked, what a yes will hit, one name a line, and what to know before saying it.
  struct Wording: Sendable, Equatable {
    let title: String
    let targets: [String]
    var warning: String?
  }

  /// The question with nothing switched on.
  private let plain: Wording
  /// The question while choices are switched on, by their keys: what a yes hits is then something else.
  private var wordings: [Set<Character>: Wording]
  var choices: [Choice] = []
  /// Whether `enter` also means yes: only where nothing is lost.
  var isGentle = false
  /// The pane whose prune it asks about, so that it can be asked anew when more is known; nil for other questions.
  var prunes: PaneKind?
  /// What a yes leads to; what was switched on is added to it.
  let yes: Outcome<Action>
  /// The rows that it is about: it goes when they are gone.
  var about: [RowID] = []
  /// Names of images: it is said who one is at their registries.
  var registriesOf: [String] = []

  /// A question about targets.
  init(
    title: String, targets: [String], warning: String? = nil, choices: [Choice] = [], isGentle: Bool = false,
    prunes: PaneKind? = nil, wordings: [Set<Character>: Wording] = [:], about: [RowID] = [],
    yes: Outcome<Action>
  ) {
    plain = Wording(title: title, targets: targets, warning: warning)
    self.wordings = wordings
    self.choices = choices
    self.isGentle = isGentle
    self.prunes = prunes
    self.about = about
    self.yes = yes
  }

  /// The question as it is now.
  var wording: Wording { wordings[Set(choices.filter(\.isOn).map(\.key))] ?? plain }
  var title: String { wording.title }
  var targets: [String] { wording.targets }
  var warning: String? { wording.warning }

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Confirmation<Other> {
    var other = Confirmation<Other>(
      title: plain.title, targets: plain.targets, warning: plain.warning,
      choices: choices.map { .init(key: $0.key, title: $0.title, isOn: $0.isOn) }, isGentle: isGentle,
      prunes: prunes,
      wordings: wordings.mapValues { .init(title: $0.title, targets: $0.targets, warning: $0.warning) },
      about: about, yes: yes.map(lift))
    other.registriesOf = registriesOf
    return other
  }

  /// Switches the choice with a key; whether there is one.
  mutating func toggle(_ key: Character) -> Bool {
    guard let index = choices.firstIndex(where: { $0.key == key }) else { return false }
    choices[index].isOn.toggle()
    return true
  }

  /// What a yes leads to now.
  var accepted: Outcome<Action> {
    yes.answered(UserReply(switches: Set(choices.filter(\.isOn).map(\.key))))
  }
}
