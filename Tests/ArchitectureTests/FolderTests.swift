import Testing

/// The rooms of the dashboard: who knows whom, drawn from the names that each declares and uses.
@Suite struct FolderTests {
  private static let graph = FolderGraph(of: "Sources/Dashboard/")

  @Test func noTwoFoldersOfTheDashboardKnowEachOther() {
    #expect(Self.graph.circle.map(Self.graph.explained) == [])
  }

  @Test func onlyTheAppNamesAllFeatures() {
    let users = Self.graph.users(of: "App").map { Self.graph.explained([.init(from: $0, to: "App")]) }
    #expect(users == [])
  }

  /// A stack is a tree of containers; the editor makes stacks of containers that run. No other feature names another.
  @Test func aFeatureNamesNoOther() {
    let features: Set = ["Containers", "Images", "Volumes", "Networks", "Stacks", "Editor", "Jobs"]
    let allowed: Set = [["Stacks", "Containers"], ["Editor", "Containers"]]
    let edges = Self.graph.edges.keys.filter { features.contains($0.from) && features.contains($0.to) }
    #expect(edges.filter { !allowed.contains([$0.from, $0.to]) }.map { Self.graph.explained([$0]) } == [])
  }

  @Test func theGraphSeesTheDashboard() {
    #expect(Self.graph.folders.count > 10 && Self.graph.users(of: "Engine").count > 5)
  }

  @Test func aTypeAndAMemberGivenToAnothersTypeAreSeen() {
    let graph = FolderGraph(files: [
      SourceFile(path: "S/A/One.swift", text: "struct One {\n  var two: Two\n}\n"),
      SourceFile(
        path: "S/B/Two.swift", text: "struct Two {}\nextension One {\n  var halfOfOne: Int { 1 }\n}\n"),
      SourceFile(path: "S/C/Three.swift", text: "func f(x: X) { x.halfOfOne }\n"),
    ])
    #expect(
      Set(graph.edges.keys) == [
        .init(from: "A", to: "B"), .init(from: "B", to: "A"), .init(from: "C", to: "B"),
      ])
    #expect(graph.circle.isEmpty == false)
  }
}

/// Which folders use names that others declare.
struct FolderGraph {
  struct Edge: Hashable {
    let from: String
    let to: String
  }

  /// Each edge with the names that make it.
  private(set) var edges: [Edge: Set<String>] = [:]
  private(set) var folders: Set<String> = []

  /// The graph of the folders right below a path.
  init(of root: String) { self.init(files: Repository.sources.filter { $0.path.hasPrefix(root) }) }

  /// The graph of files, each in the second folder of its path or the third under `Sources`.
  init(files: [SourceFile]) {
    let owners = Self.owners(files)
    let own = files.reduce(into: [String: Set<String>]()) { $0[$1.room, default: []].formUnion($1.types) }
    var given: Set<String> = []
    for file in files {
      folders.insert(file.room)
      given.formUnion(file.types)
      given.formUnion(file.membersGiven(toOthersThan: own[file.room] ?? []))
    }
    for file in files {
      for name in file.words where given.contains(name) {
        // A name that is declared in several places tells nothing.
        guard let rooms = owners[name], rooms.count == 1, let room = rooms.first, room != file.room else {
          continue
        }
        edges[Edge(from: file.room, to: room), default: []].insert(name)
      }
    }
  }

  /// Where each name is declared in whatever way: in folders of these files, or in other targets.
  private static func owners(_ files: [SourceFile]) -> [String: Set<String>] {
    var owners: [String: Set<String>] = [:]
    let paths = Set(files.map(\.path))
    for file in files { for name in file.allDeclared { owners[name, default: []].insert(file.room) } }
    for file in Repository.sources where !file.isTest && !paths.contains(file.path) {
      for name in file.allDeclared { owners[name, default: []].insert(file.target) }
    }
    return owners
  }

  /// Who names what a folder declares.
  func users(of folder: String) -> Set<String> { Set(edges.keys.filter { $0.to == folder }.map(\.from)) }

  /// The edges of a way that ends where it began; none where there is no such way.
  var circle: [[Edge]] {
    var done: Set<String> = []
    for start in folders.sorted() {
      var way: [String] = []
      if let found = circle(from: start, &way, &done) { return [found] }
    }
    return []
  }

  private func circle(from folder: String, _ way: inout [String], _ done: inout Set<String>) -> [Edge]? {
    if let place = way.firstIndex(of: folder) {
      let round = Array(way[place...]) + [folder]
      return zip(round, round.dropFirst()).map(Edge.init)
    }
    guard done.insert(folder).inserted || way.contains(folder) else { return nil }
    way.append(folder)
    defer { way.removeLast() }
    for edge in edges.keys.sorted(by: { $0.to < $1.to }) where edge.from == folder {
      if let found = circle(from: edge.to, &way, &done) { return found }
    }
    return nil
  }

  /// `A uses x, y of B; B uses z of A`.
  func explained(_ edges: [Edge]) -> String {
    edges.map { edge in
      "\(edge.from) uses \((self.edges[edge] ?? []).sorted().prefix(12).joined(separator: ", ")) of \(edge.to)"
    }.joined(separator: "; ")
  }
}

extension SourceFile {
  /// The folder of a target that the file stands in.
  fileprivate var room: String {
    let parts = path.split(separator: "/")
    return String(parts.first == "Sources" ? parts[2] : parts[1])
  }

  /// The names of the types that stand at the top of the file and that its whole target sees.
  fileprivate var types: [String] {
    declared(["struct", "enum", "class", "actor", "protocol", "typealias"], depth: 0)
  }

  /// What the file adds to types that are not its folder's: functions, properties, constants.
  fileprivate func membersGiven(toOthersThan own: Set<String>) -> [String] {
    var isForeign = false
    var names: [String] = []
    for line in code {
      if let first = line.first, !first.isWhitespace, first != "}" {
        let words = line.split { " :<{.".contains($0) }
        isForeign = words.first == "extension" && !own.contains(words.count > 1 ? String(words[1]) : "")
      } else if isForeign, let name = Self.name(declaredIn: line, ["func", "var", "let"], depth: 2) {
        names.append(name)
      }
    }
    return names
  }

  private func declared(_ kinds: Set<String>, depth: Int) -> [String] {
    code.compactMap { Self.name(declaredIn: $0, kinds, depth: depth) }
  }

  private static let modifiers: Set = [
    "package", "public", "static", "mutating", "final", "indirect", "nonmutating", "nonisolated",
  ]

  private static func name(declaredIn line: String, _ kinds: Set<String>, depth: Int) -> String? {
    guard line.prefix(while: { $0 == " " }).count == depth else { return nil }
    let words = line.split { " (<:={".contains($0) }.map(String.init)
    guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count,
      words[..<place].allSatisfy({ modifiers.contains($0) || $0.hasPrefix("@") })
    else { return nil }
    return words[place + 1]
  }

  /// All names that the file declares, at whatever depth.
  fileprivate var allDeclared: Set<String> {
    var names: Set<String> = []
    let kinds: Set = [
      "struct", "enum", "class", "actor", "protocol", "typealias", "func", "var", "let", "case",
    ]
    for line in code {
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      for (index, word) in words.enumerated() where kinds.contains(word) && index + 1 < words.count {
        names.formUnion(word == "case" ? words[(index + 1)...] : words[(index + 1)...(index + 1)])
      }
    }
    return names
  }

  /// All words of the code.
  fileprivate var words: Set<String> {
    Set(code.flatMap { line in line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init) })
  }
}
