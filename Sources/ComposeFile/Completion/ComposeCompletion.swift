/// What could be typed next in the text of a Compose file.
public enum ComposeCompletion {
  /// Names that the text does not hold, from the engine and the environment.
  public struct KnownNames: Sendable, Hashable {
    /// Images with their tags, the likeliest first.
    public var images: [String]
    /// Volumes and networks of the engine.
    public var networks, volumes: [String]
    /// Variables that can be used as `${NAME}`.
    public var variables: [String]

    /// Names from their lists.
    public init(
      images: [String] = [], networks: [String] = [], volumes: [String] = [], variables: [String] = []
    ) {
      self.images = images
      self.networks = networks
      self.volumes = volumes
      self.variables = variables
    }
  }

  /// Something that could be typed.
  public struct Candidate: Sendable, Hashable {
    /// What it is called in a list.
    public var name: String
    /// What is put in: the name with the colon of a key, or in quotes where it needs them.
    public var insertion: String
    /// One line about it; empty where there is nothing to say.
    public var detail: String

    /// A candidate; without `insertion` its name is put in.
    public init(_ name: String, insertion: String? = nil, detail: String = "") {
      self.name = name
      self.insertion = insertion ?? name
      self.detail = detail
    }
  }

  /// What fits at a place of the text.
  ///
  /// - Parameters:
  ///   - lines: the lines of the file without what ends them; the file may be broken.
  ///   - line: the line of the cursor, from 0.
  ///   - column: the characters before the cursor in it.
  ///   - known: names that the text does not hold.
  /// - Returns: the candidates, those first that begin with what was typed, and the characters of the line that
  ///   a candidate takes the place of. No candidates in comments, in blocks of text and where nothing is known.
  public static func candidates(
    in lines: [String], line: Int, column: Int, known: KnownNames = KnownNames()
  ) -> (replacing: Range<Int>, candidates: [Candidate]) {
    guard lines.indices.contains(line) else { return (column..<column, []) }
    let text = Array(lines[line])
    let column = min(max(0, column), text.count)
    if let variables = variables(text, column, known) { return variables }
    // What other documents hold is not there already.
    guard let document = ComposeBlocks.documents(of: lines).first(where: { $0.contains(line) }),
      let place = CompletionPlace(
        Array(lines[document]), line: line - document.lowerBound, column: column)
    else { return (column..<column, []) }
    let start = column - place.typed.count
    // A name of an image goes on behind its colon; elsewhere what stands there is something else.
    let signs = place.path.last == .key("image") ? "_-./:@" : "_-./"
    let end = text[column...].firstIndex { !isWordPart($0, signs) } ?? text.count
    let behind = text[end...].first { $0 != " " }
    let offered = values(of: place, lines, known) + keys(of: place, hasColon: behind == ":")
    let found = ranked(offered, typed: String(place.typed), place.present)
    // What was typed in quotes stays in them.
    let isQuoted = start > 0 && (text[start - 1] == "\"" || text[start - 1] == "'")
    return (start..<end, isQuoted ? found.map { unquoted($0, text[start - 1]) } : found)
  }

  private static func isWordPart(_ character: Character, _ signs: String) -> Bool {
    character.isLetter || character.isNumber || signs.contains(character)
  }

  private static func keys(of place: CompletionPlace, hasColon: Bool) -> [Candidate] {
    guard place.part == .key || place.isItem else { return [] }
    var keys: [String: Rule] = [:]
    for case .object(let rule) in Rule.file.forms(at: place.path) {
      keys.merge(rule.keys) { first, _ in first }
    }
    return keys.map { name, rule in
      let end = hasColon ? "" : rule.fitsOnLine ? ": " : ":"
      return Candidate(
        name, insertion: name + end, detail: KeyDetails.detail(of: name, at: place.path) ?? rule.form)
    }.sorted { KeyDetails.comesBefore($0.name, $1.name) }
  }

  private static func values(
    of place: CompletionPlace, _ lines: [String], _ known: KnownNames
  ) -> [Candidate] {
    let values = KnownValues(lines: lines, known: known)
    if place.part == .key {
      // Names in the place of keys: services below depends_on, networks below networks.
      return values.names(at: place.path).map { Candidate($0, insertion: $0 + ":") }
    }
    var found = values.candidates(at: place.path)
    for rule in Rule.file.forms(at: place.path) {
      if case .choice(let words) = rule { found += words.map { Candidate($0) } }
      if rule.isFlag, found.isEmpty { found = [Candidate("true"), Candidate("false")] }
    }
    return found
  }

  /// Those that hold what was typed, those that begin with it first; none that is there already.
  private static func ranked(_ offered: [Candidate], typed: String, _ present: Set<String>) -> [Candidate] {
    let typed = typed.lowercased()
    var seen = present
    let new = offered.filter { $0.name == typed || seen.insert($0.name).inserted }
    if typed.isEmpty { return new }
    let beginning = new.filter { $0.name.lowercased().hasPrefix(typed) }
    let holding = new.filter { candidate in
      let name = candidate.name.lowercased()
      return !name.hasPrefix(typed) && name.contains(typed)
    }
    return beginning + holding
  }

  private static func unquoted(_ candidate: Candidate, _ quote: Character) -> Candidate {
    var candidate = candidate
    candidate.insertion = candidate.insertion.filter { $0 != quote }
    return candidate
  }

  /// The variables that fit behind a `${` before the cursor; nil where none is open.
  private static func variables(
    _ text: [Character], _ column: Int, _ known: KnownNames
  ) -> (replacing: Range<Int>, candidates: [Candidate])? {
    var start = column
    while start > 0, text[start - 1].isLetter || text[start - 1].isNumber || text[start - 1] == "_" {
      start -= 1
    }
    guard start >= 2, text[start - 1] == "{", text[start - 2] == "$" else { return nil }
    var end = column
    while end < text.count, text[end].isLetter || text[end].isNumber || text[end] == "_" { end += 1 }
    let isOpen = !text[end...].contains("}")
    let all = known.variables.map { Candidate($0, insertion: isOpen ? $0 + "}" : $0) }
    return (start..<end, ranked(all, typed: String(text[start..<column]), []))
  }
}
