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
}
