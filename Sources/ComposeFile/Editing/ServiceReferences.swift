/// Where a file's services name another service.
struct ServiceReferences {
  /// The name that is looked for.
  let name: String

  /// The edits that make all references of a file name the service otherwise.
  func edits(in root: ComposeNode, to new: String) -> [ComposeEdit] {
    (root["services"]?.map?.entries ?? []).flatMap { service in
      (service.value.map?.entries ?? []).flatMap { entry in
        edits(
          of: entry.key, entry.value, at: [.key("services"), .key(service.key), .key(entry.key)], to: new)
      }
    }
  }

  private func edits(
    of key: String, _ value: ComposeNode, at steps: [ComposePath.Step], to new: String
  ) -> [ComposeEdit] {
    switch key {
    case "depends_on": dependencies(value, at: steps, to: new)
    case "links", "volumes_from": elements(value, at: steps) { renamed($0, to: new) }
    case "network_mode", "ipc", "pid", "uts", "cgroup": text(value, at: steps) { joined($0, to: new) }
    case "extends": extends(value, at: steps, to: new)
    case "build":
      contexts(value["additional_contexts"], at: steps + [.key("additional_contexts")], to: new)
    default: []
    }
  }

  private func dependencies(
    _ value: ComposeNode, at steps: [ComposePath.Step], to new: String
  ) -> [ComposeEdit] {
    if value[name] != nil { return [.rename(ComposePath(steps + [.key(name)]), new)] }
    return elements(value, at: steps) { $0 == name ? new : nil }
  }

  private func extends(
    _ value: ComposeNode, at steps: [ComposePath.Step], to new: String
  ) -> [ComposeEdit] {
    if value.text == name { return [.set(ComposePath(steps), .text(new))] }
    guard value["file"] == nil, value["service"]?.text == name else { return [] }
    return [.set(ComposePath(steps + [.key("service")]), .text(new))]
  }

  private func contexts(
    _ value: ComposeNode?, at steps: [ComposePath.Step], to new: String
  ) -> [ComposeEdit] {
    guard let value else { return [] }
    let named = (value.map?.entries ?? []).filter { $0.value.text == "service:\(name)" }
    return named.map { .set(ComposePath(steps + [.key($0.key)]), .text("service:\(new)")) }
      + elements(value, at: steps) { element in
        let suffix = "=service:\(name)"
        return element.hasSuffix(suffix) ? element.dropLast(suffix.count) + "=service:\(new)" : nil
      }
  }

  private func elements(
    _ value: ComposeNode, at steps: [ComposePath.Step], _ change: (String) -> String?
  ) -> [ComposeEdit] {
    (value.list ?? []).enumerated().flatMap { at, element in
      text(element, at: steps + [.index(at)], change)
    }
  }

  private func text(
    _ value: ComposeNode, at steps: [ComposePath.Step], _ change: (String) -> String?
  ) -> [ComposeEdit] {
    value.text.flatMap(change).map { [.set(ComposePath(steps), .text($0))] } ?? []
  }

  /// `name` or `name:something` with another name.
  private func renamed(_ text: String, to new: String) -> String? {
    text == name ? new : text.hasPrefix(name + ":") ? new + text.dropFirst(name.count) : nil
  }

  /// `service:name` with another name.
  private func joined(_ text: String, to new: String) -> String? {
    text == "service:\(name)" ? "service:\(new)" : nil
  }
}

extension ComposeText {
  /// The places of this text that name a service, its own definition among them: what has to change with its name.
  public func references(toService name: String) -> [ComposePath] {
    let own = ComposePath(keys: "services", name)
    let places = ServiceReferences(name: name).edits(in: meaning, to: "").map(\.path)
    return (value(at: own) == nil ? [] : [own]) + places
  }

  /// The text with a service called otherwise, in all places that name it; refused, with the list of them, where one
  /// of them cannot be changed by itself.
  func renamingService(_ name: String, to new: String, for edit: ComposeEdit) throws(EditRefusal)
    -> ComposeText
  {
    let edits = ServiceReferences(name: name).edits(in: meaning, to: new)
    var text = self
    do throws(EditRefusal) {
      for other in edits { text = try text.applyingAlone(other) }
      return try text.applyingAlone(edit)
    } catch {
      guard !edits.isEmpty else { throw error }
      let places = edits.map(\.path.description).joined(separator: ", ")
      throw EditRefusal(
        edit, "\(error.path) cannot be changed (\(error.reason)), and it is named by \(places)",
        advice: "change them by hand")
    }
  }
}
