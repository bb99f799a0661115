/// Where a file's services name another service.
struct ServiceReferences {
  /// The name that is looked for.
  let name: String
  /// The services whose references count; nil for all.
  var services: Set<String>?
  /// Whether `extends` without a file leads to the service of this name.
  var extendsOwn = true
  /// Where the files of those `extends` are written that lead to the service, as bytes of the text.
  var extendsFrom: Set<Int32> = []

  init(name: String) { self.name = name }

  /// The edits that make all references of a file name the service otherwise.
  func edits(in root: ComposeNode, to new: String) -> [ComposeEdit] {
    (root["services"]?.map?.entries ?? []).filter { services?.contains($0.key) ?? true }.flatMap { service in
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
    if value.text == name { return extendsOwn ? [.set(ComposePath(steps), .text(new))] : [] }
    let leadsHere = value["file"].map { $0.mark.map { extendsFrom.contains($0.offset) } ?? false }
    guard leadsHere ?? extendsOwn, value["service"]?.text == name else { return [] }
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

  /// The text with a service called otherwise, in all places of all its documents that name it, and where it is defined
  /// unless that is elsewhere; refused, with the list of the places, where one of them cannot be changed by itself.
  func renaming(
    _ references: ServiceReferences, to new: String, for edit: ComposeEdit, isDefinedHere: Bool = true
  ) throws(EditRefusal) -> ComposeText {
    let places = places(of: references, to: new)
    let own =
      isDefinedHere
      ? documents.indices.filter { documents[$0].root["services"]?[references.name] != nil } : []
    if !isDefinedHere || !own.isEmpty, !text.utf8.contains(UInt8(ascii: "&")),
      let text = applying(
        places.enumerated().map { own.contains($0.offset) ? $0.element + [edit] : $0.element })
    {
      return text
    }
    // Anchors share places, and what does not go at once may have one place that is to blame.
    var text = self
    do throws(EditRefusal) {
      for (document, edits) in places.enumerated() {
        for other in edits { text = try text.applyingAlone(other, in: document) }
      }
      guard isDefinedHere else { return text }
      guard !own.isEmpty else { return try text.applyingAlone(edit) }
      for document in own { text = try text.applyingAlone(edit, in: document) }
      return text
    } catch {
      let named = places.flatMap { $0 }
      guard !named.isEmpty else { throw error }
      let list = named.map(\.path.description).joined(separator: ", ")
      throw EditRefusal(
        edit, "\(error.path) cannot be changed (\(error.reason)), and it is named by \(list)",
        advice: "change them by hand")
    }
  }

  /// The edits of each document that make what names a service name it otherwise.
  func places(of references: ServiceReferences, to new: String) -> [[ComposeEdit]] {
    documents.map { references.edits(in: $0.root, to: new) }
  }
}
