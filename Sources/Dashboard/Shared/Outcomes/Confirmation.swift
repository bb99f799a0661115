/// A question before something that changes the engine: what it will hit, with choices where there are some.
struct Confirmation<Action: Sendable & Equatable>: Sendable, Equatable {
  /// Something to switch on or off by its key before saying yes.
  struct Choice: Sendable, Equatable {
    let key: Character
    let title: String
    var isOn = false
  }

  let title: String
  /// What it will hit, one name a line.
  let targets: [String]
  /// What to know before saying yes.
  var warning: String?
  var choices: [Choice] = []
  /// Whether `enter` also means yes: only where nothing is lost.
  var isGentle = false
  /// The pane whose prune it asks about, so that it can be asked anew when more is known; nil for other questions.
  var prunes: PaneKind?
  /// What a yes leads to; what was switched on is added to it.
  let yes: Outcome<Action>

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Confirmation<Other> {
    Confirmation<Other>(
      title: title, targets: targets, warning: warning,
      choices: choices.map { .init(key: $0.key, title: $0.title, isOn: $0.isOn) }, isGentle: isGentle,
      prunes: prunes, yes: yes.map(lift))
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
