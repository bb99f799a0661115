import TerminalUI

/// A theme as a file has it: what it says itself, before what it extends is added.
struct ThemeFile: Sendable {
  var name: String
  /// The theme that it starts from, with the place where the file says so.
  var extends: (name: String, place: PreferenceProblem)?
  /// What kind of theme it is, in a few words; empty for none.
  var description = ""
  var roles: [Role: RolePaint] = [:]
  var backdrops: [Backdrop: Colour] = [:]

  /// The theme that comes of this file on top of `base`.
  func theme(on base: Theme?) -> Theme {
    Theme(
      name: name,
      roles: (base?.roles ?? [:]).merging(roles) { $1 },
      backdrops: (base?.backdrops ?? [:]).merging(backdrops) { $1 })
  }
}
