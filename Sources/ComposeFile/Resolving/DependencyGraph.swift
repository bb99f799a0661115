/// Which service waits for which.
struct DependencyGraph {
  private let dependencies: [String: [String]]

  /// The dependencies of a resolved model.
  init(_ model: ComposeMap) {
    var found: [String: [String]] = [:]
    for service in model["services"]?.map?.entries ?? [] {
      found[service.key] = service.value["depends_on"]?.map?.keys.sorted() ?? []
    }
    dependencies = found
  }

  /// The services that wait for each other, the first again at the end; nil where there are none.
  var circle: [String]? {
    var done: Set<String> = []
    for start in dependencies.keys.sorted() where !done.contains(start) {
      if let circle = circle(from: start, done: &done) { return circle }
    }
    return nil
  }

  /// All services that some wait for, themselves included.
  func closure(of names: [String]) -> Set<String> {
    var found = Set(names)
    var open = names
    while let name = open.popLast() {
      for next in dependencies[name] ?? [] where found.insert(next).inserted { open.append(next) }
    }
    return found
  }

  /// Follows dependencies without recursion, as chains may be long.
  private func circle(from start: String, done: inout Set<String>) -> [String]? {
    var path: [(name: String, next: Int)] = [(start, 0)]
    var onPath: Set = [start]
    while let (name, next) = path.last {
      let names = dependencies[name] ?? []
      guard next < names.count else {
        done.insert(name)
        onPath.remove(name)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      if onPath.contains(names[next]) {
        let from = path.firstIndex { $0.name == names[next] } ?? 0
        return path[from...].map(\.name) + [names[next]]
      }
      if !done.contains(names[next]) {
        path.append((names[next], 0))
        onPath.insert(names[next])
      }
    }
    return nil
  }
}
