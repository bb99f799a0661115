/// Takes out of a model what the `!reset` and `!override` tags of a later file name.
enum Resets {
  static func apply(_ paths: [[String]], to root: inout ComposeMap) {
    for path in paths { remove(path[...], from: &root) }
  }

  private static func remove(_ path: ArraySlice<String>, from map: inout ComposeMap) {
    guard let first = path.first, var value = map[first] else { return }
    if path.count == 1 {
      map[first] = nil
      return
    }
    guard case .map(var below) = value.content else { return }
    remove(path.dropFirst(), from: &below)
    value.content = .map(below)
    map[first] = value
  }

  /// The paths as an edit leaves them: what is below a key that is called otherwise is called so too.
  static func renamed(_ paths: [[String]], by edit: ComposeEdit) -> [[String]] {
    guard case .rename(let place, let name) = edit else { return paths }
    let steps = place.steps.map { step in
      switch step {
      case .key(let key): key
      case .index(let index): "[\(index)]"
      case .end: "[+]"
      }
    }
    return paths.map { $0.starts(with: steps) ? steps.dropLast() + [name] + $0.dropFirst(steps.count) : $0 }
  }
}
