import TerminalUI
import Themes
import WordMatching

/// The themes that can be chosen: the built-in ones and the user's, which win where they have the same name.
package struct ThemeCatalogue: Sendable {
  /// The names, the built-in themes first, then the user's by name.
  package let names: [String]
  /// What is wrong with the user's files.
  package let problems: [PreferenceProblem]
  /// What kind of theme each is, in a few words, by its name; those that say nothing are left out.
  package let descriptions: [String: String]
  private let themes: [String: Theme]

  /// The built-in themes alone.
  package static let builtIn = ThemeCatalogue(adding: [])

  /// The built-in themes and those of the user.
  ///
  /// - Parameter files: the name (for messages, and for themes that do not name themselves) and the whole text of
  ///   each file.
  package init(adding files: [(file: String, text: String)]) {
    let builtInReaders = Themes.texts.map { ThemeFileReader(text: $0, file: "built-in") }
    let builtIn = builtInReaders.map(\.theme)
    let readers = files.map { ThemeFileReader(text: $0.text, file: $0.file) }
    var resolver = ThemeResolver(builtIn: builtIn, users: readers.map(\.theme))
    themes = resolver.resolveAll()
    problems = (builtInReaders + readers).flatMap(\.problems) + resolver.problems
    descriptions = Dictionary(
      (builtIn + readers.map(\.theme)).map { ($0.name, $0.description) }
    ) { $1 }.filter { !$0.value.isEmpty }
    let builtInNames = builtIn.map(\.name)
    names = builtInNames + themes.keys.filter { !builtInNames.contains($0) }.sorted()
  }

  /// The theme of a name, or nil.
  package func theme(named name: String) -> Theme? { themes[name] }

  /// The theme of a name, `dark` for `auto`; where there is none, the first built-in one and what to tell the user.
  package func theme(orDefault name: String) -> (theme: Theme, complaint: String?) {
    if let theme = themes[name] { return (theme, nil) }
    if name == Settings.automaticTheme, let theme = themes["dark"] { return (theme, nil) }
    let fallback = names.first.flatMap { themes[$0] } ?? Theme(name: "plain", roles: [:], backdrops: [:])
    let known = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    return (
      fallback,
      "cannot use the theme '\(name)': no such theme — "
        + (known ?? "known: \(names.joined(separator: ", "))")
    )
  }
}

/// Puts themes on those that they extend.
private struct ThemeResolver {
  private let builtIn: [String: ThemeFile]
  private let users: [String: ThemeFile]
  private(set) var problems: [PreferenceProblem] = []

  init(builtIn: [ThemeFile], users: [ThemeFile]) {
    self.builtIn = Dictionary(builtIn.map { ($0.name, $0) }) { $1 }
    self.users = Dictionary(users.map { ($0.name, $0) }) { $1 }
  }

  mutating func resolveAll() -> [String: Theme] {
    var themes: [String: Theme] = [:]
    for (name, file) in builtIn { themes[name] = resolve(file) }
    for (name, file) in users { themes[name] = resolve(file) }
    return themes
  }

  /// Walks up from `file` to what extends nothing, then back down.
  private mutating func resolve(_ file: ThemeFile) -> Theme {
    var chain = [file]
    var seen: Set<String> = [file.name]
    while let (name, place) = chain.last?.extends {
      // A theme may extend the built-in one that it replaces.
      let parent =
        seen.contains(name) ? (name == chain.last?.name ? builtIn[name] : nil) : users[name] ?? builtIn[name]
      guard let parent else {
        report(
          place, seen.contains(name) ? "themes extend each other in a circle" : "there is no theme '\(name)'")
        break
      }
      seen.insert(name)
      chain.append(parent)
    }
    return chain.reversed().reduce(nil) { $1.theme(on: $0) } ?? file.theme(on: nil)
  }

  private mutating func report(_ place: PreferenceProblem, _ message: String) {
    var problem = place
    problem.message = message
    problem.suggestion = "the theme is used without it"
    if !problems.contains(problem) { problems.append(problem) }
  }
}
